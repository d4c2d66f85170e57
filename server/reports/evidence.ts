import { stringify } from 'csv-stringify/sync';
import { formatDateTime } from '#rules/format.ts';
import type { LocalTime } from '#rules/law.ts';
import type { TimedDossier } from '#wire/timeliness.ts';
import { TIME_LABELS } from '../figures/report/time-section.ts';
import { type Cell, textCell } from './xlsx/cell.ts';
import { workbookOf } from './xlsx/workbook.ts';

const HEADS = [
  'Mã hồ sơ',
  'Đơn vị',
  'Thủ tục',
  'Cán bộ',
  'Tiếp nhận',
  'Hẹn trả',
  'Hạn',
  'Có kết quả',
  'Kết quả',
  'Vì sao',
];
const WIDTHS = [26, 14, 16, 14, 17, 17, 17, 17, 16, 60];
/** A sheet is made in memory; who needs more takes the CSV. */
const MOST_ROWS = 20_000;

const time = (at: LocalTime | null) => (at === null ? '' : formatDateTime(at));

function rowOf(each: TimedDossier): string[] {
  const { dossier, unit, procedure, officer, received, promised, due, ended, part, because } = each;
  return [
    ...[dossier, unit, procedure ?? '', officer ?? ''],
    ...[time(received), time(promised), time(due), time(ended), TIME_LABELS[part], because],
  ];
}

/** Texts that a spreadsheet would run are written as text. */
const lines = (rows: readonly (readonly string[])[]) =>
  stringify(
    rows.map((row) => [...row]),
    { escape_formulas: true, record_delimiter: '\r\n' },
  );

/** Dossiers with the days their time is told by, as CSV, page by page. */
export async function* evidenceCsv(pages: AsyncIterable<readonly TimedDossier[]>): AsyncGenerator<string> {
  yield `\ufeff${lines([HEADS])}`;
  for await (const page of pages) if (page.length > 0) yield lines(page.map(rowOf));
}

/** The same as a workbook of one sheet; where there are more rows than it takes, its last line says so. */
export async function evidenceXlsx(
  title: string,
  pages: AsyncIterable<readonly TimedDossier[]>,
): Promise<Uint8Array<ArrayBuffer>> {
  const rows: Cell[][] = [HEADS.map((head) => textCell(head, 'head'))];
  for await (const page of pages) {
    rows.push(...page.map((each) => rowOf(each).map((text) => textCell(text))));
    if (rows.length <= MOST_ROWS) continue;
    rows.length = MOST_ROWS;
    rows.push([textCell('Còn hồ sơ chưa ghi ở đây. Tải tệp CSV để có đủ.', 'note')]);
    break;
  }
  return workbookOf(title, [{ name: 'Hồ sơ', widths: WIDTHS, rows, frozen: 1 }]);
}
