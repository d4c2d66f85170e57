import type { RawRow, ReadOptions, RowFault } from '../row.ts';
import { cleanText } from './clean-text.ts';
import { type CsvRecord, csvRecords } from './csv-records.ts';
import type { ReadFile } from './date-orders.ts';
import { asUtf8, detectEncoding } from './detect-encoding.ts';
import { detectSeparator, firstRows, sepLine } from './detect-separator.ts';
import { findHeader, type Header, numbersColumns, repeatsHeader } from './find-header.ts';
import { HEAD, type Headed, headOf, withoutFirst } from './head-of.ts';

export const BROKEN: Readonly<Record<'quote' | 'long' | 'open', string>> = {
  quote:
    'Dấu ngoặc kép đặt sai nên không tách được ô. Viết đôi dấu ngoặc kép trong ô ("") và đặt cả ô trong ngoặc kép; tệp ghi ="…" thì mở bằng Excel rồi lưu lại.',
  long: 'Dòng dài hơn 1 MiB, thường do một dấu ngoặc kép mở mà không đóng. Thêm dấu đóng hoặc bỏ dấu mở ở dòng này.',
  open: 'Dấu ngoặc kép mở ở dòng này không được đóng đến hết tệp. Thêm dấu đóng, hoặc tải lại tệp nếu tệp bị cắt.',
};

/**
 * Our own files, and others, put an apostrophe before what a spreadsheet would run as a formula; some write a code as a formula, so that it
 * stays a text: `="0123"`.
 */
const withoutShield = (text: string): string => text.replace(/^'(?=[=+\-@\t\r])/, '').replace(/^="([^"]+)"$/, '$1');

function read(record: CsvRecord, row: number, { columns }: Header): RawRow | RowFault | null {
  if ('broken' in record) return { row, column: null, code: `row.${record.broken}`, message: BROKEN[record.broken] };
  const texts = record.fields.map((field) => withoutShield(cleanText(field)));
  if (!texts.some(Boolean)) return null;
  const width = texts.findLastIndex(Boolean) + 1;
  if (texts.length < columns.length || width > columns.length)
    return {
      row,
      column: null,
      code: 'row.ragged',
      message: `Dòng có ${texts.length} ô, tiêu đề có ${columns.length} cột. Thêm dấu ngăn cho ô trống, hoặc đặt ô có dấu ngăn trong ngoặc kép.`,
    };
  const cells: Record<string, string> = {};
  for (const [at, column] of columns.entries()) {
    const text = texts[at];
    if (column && text) cells[column.key] = text;
  }
  return { row, cells };
}

async function* rowsOf(records: AsyncIterable<CsvRecord>, header: Header): AsyncGenerator<RawRow | RowFault> {
  let row = 0;
  let under = true;
  for await (const record of records) {
    row += 1;
    if (row <= header.row) continue;
    if (under && 'fields' in record) {
      under = false;
      if (numbersColumns(record.fields.map(cleanText))) continue;
    }
    if ('fields' in record && repeatsHeader((at) => cleanText(record.fields[at] ?? ''), header)) continue;
    const one = read(record, row, header);
    if (one) yield one;
  }
}

/**
 * A CSV file: UTF-8, UTF-16 with its mark or Windows-1258; comma, semicolon or tab; streamed in constant memory. Rows are counted as a
 * spreadsheet counts them: a cell over three lines is one row, a blank line is one.
 * @throws FileRefused `file.binary`, `file.empty`, `file.columns`, `header.twice`.
 */
export async function openCsv(input: Headed, options: ReadOptions): Promise<ReadFile> {
  const encoding = detectEncoding(input.head, options.encoding);
  const text = await headOf(asUtf8(input, encoding));
  const named = sepLine(text.head);
  const skipped = named?.length ?? 0;
  const head = wholeLines(text.head.subarray(skipped));
  const separator = options.separator ?? named?.separator ?? (await detectSeparator(head, options.known));
  const header = findHeader(await firstRows(head, separator), options.known);
  return {
    format: 'csv',
    columns: header.columns.filter((column) => column !== null),
    detected: { encoding, separator, headerRow: header.row },
    rows: rowsOf(csvRecords(withoutFirst(skipped, text.all), separator), header),
  };
}

/** Up to the last line break: a line cut in two would look like a broken one. */
function wholeLines(head: Buffer): Buffer {
  const last = head.length < HEAD / 2 ? -1 : head.lastIndexOf(10);
  return last < 0 ? head : head.subarray(0, last + 1);
}
