import { openCsv } from './readers/csv.ts';
import { type ReadFile, withDateOrders } from './readers/date-orders.ts';
import { detectFormat } from './readers/detect-format.ts';
import { type Headed, headOf } from './readers/head-of.ts';
import { openJson } from './readers/json.ts';
import { openXlsx } from './readers/xlsx.ts';
import type { Format, OpenedFile, RawRow, ReadOptions, RowFault } from './row.ts';

const READERS: Readonly<Record<Format, (input: Headed, options: ReadOptions) => Promise<ReadFile>>> = {
  csv: openCsv,
  xlsx: openXlsx,
  json: openJson,
};

/** A file without a single row says so, rather than to look like a finished import. */
async function* notNone(rows: AsyncIterable<RawRow | RowFault>): AsyncGenerator<RawRow | RowFault> {
  let none = true;
  for await (const row of rows) {
    none = false;
    yield row;
  }
  const message = 'Tệp không có dòng số liệu nào dưới dòng tiêu đề. Chọn đúng tệp hoặc đúng trang tính, rồi nhập lại.';
  if (none) yield { row: null, column: null, code: 'file.noRows', message };
}

/**
 * Reads the head of a file and says what it is; its rows follow as they are asked for. CSV and JSON are read in constant memory; of XLSX
 * the file itself (at most 64 MiB) and its table of texts are held.
 * @param name as the person's computer calls it; `null` = not known.
 * @throws FileRefused what cannot be read at all; `code` starts with `file.`, `header.`, `xlsx.` or `json.`.
 */
export async function openFile(
  input: AsyncIterable<Uint8Array>,
  name: string | null,
  options: ReadOptions,
): Promise<OpenedFile> {
  const headed = await headOf(input);
  const format = detectFormat(headed.head, name);
  const file = await READERS[format](headed, options);
  return withDateOrders({ ...file, rows: notNone(file.rows) }, options.dateOrder);
}
