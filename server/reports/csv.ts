import { stringify } from 'csv-stringify/sync';
import { plainFigure } from '#rules/print-figure.ts';
import type { ReportBody } from '#wire/report.ts';

/** A text that begins so would run as a formula in a spreadsheet; a number below zero is none. */
const LIKE_FORMULA = /^[=+\-@\t\r]/;
const safe = (text: string) => (LIKE_FORMULA.test(text) ? `'${text}` : text);

/** Every figure of a report for machines: plain decimals, an empty cell for what is unknown, each with its id. */
export function csvOf({ figures, snapshot, period }: ReportBody): string {
  const rows = figures.map((figure) => ({
    figure: figure.id,
    value: figure.unit === 'text' ? safe(plainFigure(figure)) : plainFigure(figure),
    unit: figure.unit,
    of: plainFigure(figure, 'of'),
    n: plainFigure(figure, 'n'),
    low: plainFigure(figure, 'low'),
    high: plainFigure(figure, 'high'),
    few: figure.few ? 1 : 0,
    because: safe(figure.because ?? ''),
    cites: safe(figure.cites.join(' ')),
    snapshot: snapshot.snapshot,
    ruleset: period.ruleset,
    audit_head: snapshot.auditHead,
  }));
  const columns = [
    'figure',
    'value',
    'unit',
    'of',
    'n',
    'low',
    'high',
    'few',
    'because',
    'cites',
    'snapshot',
    'ruleset',
    'audit_head',
  ];
  return stringify(rows, { header: true, bom: true, columns });
}
