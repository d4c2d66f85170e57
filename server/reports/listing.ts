import { stringify } from 'csv-stringify/sync';
import { type Cell, textCell } from './xlsx/cell.ts';
import { workbookOf } from './xlsx/workbook.ts';

/** A list that is told line by line: dossiers, findings. */
export interface Listing<Row> {
  readonly sheet: string;
  readonly heads: readonly string[];
  /** Of the columns of a workbook, in letters. */
  readonly widths: readonly number[];
  readonly cellsOf: (row: Row) => readonly string[];
  /** What the last line of a workbook says where more rows were left out. */
  readonly more: string;
}

/** A sheet is made in memory; who needs more takes the CSV. */
const MOST_ROWS = 20_000;

/** Texts that a spreadsheet would run are written as text. */
const lines = (rows: readonly (readonly string[])[]) =>
  stringify(
    rows.map((row) => [...row]),
    { escape_formulas: true, record_delimiter: '\r\n' },
  );

/** The list as CSV, page by page. */
export async function* listingCsv<Row>(
  { heads, cellsOf }: Listing<Row>,
  pages: AsyncIterable<readonly Row[]>,
): AsyncGenerator<string> {
  yield `\ufeff${lines([heads])}`;
  for await (const page of pages) if (page.length > 0) yield lines(page.map(cellsOf));
}

/** The same as a workbook of one sheet; where there are more rows than it takes, its last line says so. */
export async function listingXlsx<Row>(
  { sheet, heads, widths, cellsOf, more }: Listing<Row>,
  title: string,
  pages: AsyncIterable<readonly Row[]>,
): Promise<Uint8Array<ArrayBuffer>> {
  const rows: Cell[][] = [heads.map((head) => textCell(head, 'head'))];
  for await (const page of pages) {
    rows.push(...page.map((each) => cellsOf(each).map((text) => textCell(text))));
    if (rows.length <= MOST_ROWS) continue;
    rows.length = MOST_ROWS;
    rows.push([textCell(more, 'note')]);
    break;
  }
  return workbookOf(title, [{ name: sheet, widths, rows, frozen: 1 }]);
}
