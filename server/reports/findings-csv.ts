import { stringify } from 'csv-stringify/sync';
import { formatTenths, MISSING } from '#rules/format.ts';
import type { FindingsPage } from '#wire/results.ts';

const HEADS = ['Mã hồ sơ', 'Chỉ số', 'Điểm', 'Vì sao', 'Căn cứ', 'Bằng chứng'];

/** Texts that a spreadsheet would run are written as text. */
const lines = (rows: readonly (readonly string[])[]) =>
  stringify(
    rows.map((row) => [...row]),
    { escape_formulas: true, record_delimiter: '\r\n' },
  );

function rowOf({ dossier, indicator, points, because, cite, evidence }: FindingsPage['findings'][number]): string[] {
  const shown = evidence.map(({ label, value }) => `${label}: ${value}`).join(' · ');
  return [
    dossier ?? 'cả đơn vị',
    String(indicator),
    points === null ? MISSING : formatTenths(points),
    because,
    cite,
    shown,
  ];
}

/** What stands behind one cell, finding by finding, as CSV page by page: codes, no applicant. */
export async function* findingsCsv(pages: AsyncIterable<FindingsPage['findings']>): AsyncGenerator<string> {
  yield `\ufeff${lines([HEADS])}`;
  for await (const page of pages) if (page.length > 0) yield lines(page.map(rowOf));
}
