import { stringify } from 'csv-stringify/sync';
import { streamedWorkbook } from './xlsx/streamed.ts';

/** A list that is told line by line: dossiers, findings. */
export interface Listing<Row> {
  readonly sheet: string;
  readonly heads: readonly string[];
  /** Of the columns of a workbook, in letters. */
  readonly widths: readonly number[];
  readonly cellsOf: (row: Row) => readonly string[];
}

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

/** The same as a workbook, piece by piece: as many sheets as its rows need. */
export async function* listingXlsx<Row>(
  { sheet, heads, widths, cellsOf }: Listing<Row>,
  title: string,
  pages: AsyncIterable<readonly Row[]>,
): AsyncGenerator<Uint8Array> {
  async function* rows() {
    for await (const page of pages) yield page.map(cellsOf);
  }
  yield* streamedWorkbook(title, { name: sheet, heads, widths }, rows());
}
