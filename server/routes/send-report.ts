import type { Context } from 'hono';
import type { ReportBody } from '#wire/report.ts';
import { htmlPage } from '../pages/html.ts';
import { csvOf } from '../reports/csv.ts';
import { docxOf } from '../reports/docx/docx.ts';
import { reportPage } from '../reports/page.ts';
import { xlsxOf } from '../reports/xlsx/xlsx.ts';

export const REPORT_FORMS = ['docx', 'xlsx', 'csv', 'html'] as const;
export type ReportForm = (typeof REPORT_FORMS)[number];

const OFFICE = 'application/vnd.openxmlformats-officedocument';
/** Media type of each form. */
export const REPORT_TYPES: Readonly<Record<ReportForm, string>> = {
  docx: `${OFFICE}.wordprocessingml.document`,
  xlsx: `${OFFICE}.spreadsheetml.sheet`,
  csv: 'text/csv',
  html: 'text/html',
};

/** Of codes alone: no name of a unit reaches a file name. */
const fileName = ({ kind, tenant, period, audience }: ReportBody, form: ReportForm) => {
  const unit = typeof audience === 'object' ? `-${audience.unit}` : '';
  return `${tenant}-${kind}-${period.period}${unit}.${form}`;
};

/** The document in the form asked for: a file to save, or a page to print. */
export async function sendReport(
  c: Context,
  body: ReportBody,
  form: ReportForm,
  cacheControl: string,
): Promise<Response> {
  if (form === 'html') return htmlPage(c, { title: body.title, body: reportPage(body) });
  const headers = {
    'content-type': form === 'csv' ? `${REPORT_TYPES.csv}; charset=utf-8` : REPORT_TYPES[form],
    'content-disposition': `attachment; filename="${fileName(body, form)}"`,
    'cache-control': cacheControl,
    'x-content-type-options': 'nosniff',
  };
  if (form === 'csv') return c.body(csvOf(body), 200, headers);
  return c.body(form === 'docx' ? docxOf(body) : xlsxOf(body), 200, headers);
}
