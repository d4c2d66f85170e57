import * as z from 'zod';
import { reportBody as reportBodyBody, reportHeadRequest, reportTextRequest } from '#wire/report.ts';
import { publicText } from '../close/public-text.ts';
import { provinceSource } from '../figures/report/province-source.ts';
import { reportBody } from '../figures/report/report-body.ts';
import { reportHeadOf } from '../figures/report/report-head.ts';
import { actorOf } from '../principal.ts';
import { Refusal } from '../refusal.ts';
import { withAudit } from '../store/audit.ts';
import { insertReportHead } from '../store/report-heads.ts';
import { insertReportText, lastRevision } from '../store/report-texts.ts';
import { tenantOf } from '../store/tenants.ts';
import { periodAt } from './period-at.ts';
import { check, readJson } from './read-json.ts';
import { requireProvince } from './require-province.ts';
import { READERS, type Route } from './route.ts';
import { REPORT_FORMS, REPORT_TYPES, sendReport } from './send-report.ts';

export const PRIVATE = 'private, no-store';
export const snapshotQuery = z.object({ snapshot: z.string().max(60).optional() });

/** What somebody else wrote in between is not written over. */
function requireRevision(known: number, read: number): void {
  if (known === read) return;
  throw new Refusal(409, 'report.changed', 'Người khác vừa sửa phần này. Tải lại trang để xem rồi sửa tiếp.');
}

export const reportRoutes: readonly Route[] = [
  {
    method: 'GET',
    path: '/v1/periods/:period/report',
    who: READERS,
    scope: 'tenant',
    summary: 'The report of a period as blocks of text, figures, tables and charts; `snapshot` names an earlier one.',
    query: snapshotQuery,
    answer: reportBodyBody,
    async handle(c, { db, now }, principal) {
      const { tenant } = requireProvince(principal);
      const { snapshot } = check(snapshotQuery, c.req.query());
      const period = await periodAt(db, tenant, c.req.param('period'));
      const source = await provinceSource(db, tenant, period, now(), snapshot);
      return c.json(reportBody(source), 200, { 'cache-control': PRIVATE });
    },
  },
  ...REPORT_FORMS.map(
    (form): Route => ({
      method: 'GET',
      path: `/v1/periods/:period/report.${form}`,
      who: READERS,
      scope: 'tenant',
      summary: `The same report as ${form}; a draft until it is published.`,
      query: snapshotQuery,
      answer: [REPORT_TYPES[form]],
      async handle(c, { db, now }, principal) {
        const { tenant } = requireProvince(principal);
        const { snapshot } = check(snapshotQuery, c.req.query());
        const period = await periodAt(db, tenant, c.req.param('period'));
        const source = await provinceSource(db, tenant, period, now(), snapshot);
        return sendReport(c, reportBody(source), form, PRIVATE);
      },
    }),
  ),
  {
    method: 'PUT',
    path: '/v1/periods/:period/report/texts',
    who: ['province-admin'],
    scope: 'tenant',
    summary: 'What the office writes itself into one section; every revision stays on record.',
    body: reportTextRequest,
    example: { section: 'strengths', revision: 0, text: 'Các đơn vị trả kết quả sớm hơn kỳ trước.' },
    answer: reportTextRequest,
    async handle(c, { db, now }, principal) {
      const { tenant } = requireProvince(principal);
      const { section, revision, text } = check(reportTextRequest, await readJson(c));
      const { period } = await periodAt(db, tenant, c.req.param('period'));
      requireRevision(await lastRevision(db, tenant, period, section), revision);
      const stored = { section, text: publicText(text), revision: revision + 1 };
      const actor = actorOf(principal);
      await withAudit(
        db,
        tenant,
        now(),
        { actor, action: 'report.text', subject: period, detail: { section, revision: stored.revision } },
        [insertReportText(tenant, period, stored, actor, now())],
      );
      return c.json(stored, 200, { 'cache-control': PRIVATE });
    },
  },
  {
    method: 'PUT',
    path: '/v1/periods/:period/report/head',
    who: ['province-admin'],
    scope: 'tenant',
    summary: 'Number, place, day and signer of the report, and who gets it.',
    body: reportHeadRequest,
    example: {
      revision: 0,
      above: 'UBND tỉnh Mẫu',
      issuer: 'Trung tâm Phục vụ hành chính công',
      number: '25',
      abbreviation: 'TTHCC',
      place: 'Mẫu',
      day: '2026-11-24',
      position: 'Giám đốc',
      signer: null,
      copies: ['UBND tỉnh', 'Lưu: VT'],
    },
    answer: reportHeadRequest,
    async handle(c, { db, now }, principal) {
      const { tenant } = requireProvince(principal);
      const head = check(reportHeadRequest, await readJson(c));
      const period = await periodAt(db, tenant, c.req.param('period'));
      if (!period.snapshot)
        throw new Refusal(409, 'period.open', 'Kỳ này chưa chốt nên chưa có báo cáo. Chốt kỳ trước.');
      const { name } = await tenantOf(db, tenant);
      requireRevision((await reportHeadOf(db, tenant, period.period, name)).revision, head.revision);
      const stored = { ...head, revision: head.revision + 1 };
      const actor = actorOf(principal);
      await withAudit(
        db,
        tenant,
        now(),
        { actor, action: 'report.head', subject: period.period, detail: { number: head.number, day: head.day } },
        [insertReportHead(tenant, period.period, period.snapshot, stored, actor, now())],
      );
      return c.json(stored, 200, { 'cache-control': PRIVATE });
    },
  },
];
