import { stringify } from 'csv-stringify/sync';
import type { ImportFault } from '#wire/import.ts';
import type { Db } from '../store/db.ts';
import { faultsAfter } from '../store/import-faults.ts';

const PAGE = 1000;
const KINDS: Readonly<Record<ImportFault['kind'], string>> = {
  fault: 'không nhập',
  notice: 'đã nhập – nên xem lại',
  kept: 'giữ lại khi hoàn tác',
};
const HEADERS = ['Dòng', 'Cột', 'Kết quả', 'Mã lỗi', 'Lý do và cách sửa'];

/** Texts that a spreadsheet would run are written as text. */
const lines = (rows: readonly (readonly (string | number | null)[])[]) =>
  stringify(
    rows.map((row) => [...row]),
    { escape_formulas: true, record_delimiter: '\r\n' },
  );

/** The error report of an import as CSV, page by page; opened by spreadsheets as UTF-8. */
export async function* faultCsv(db: Db, tenant: string, id: string): AsyncGenerator<string> {
  yield `\ufeff${lines([HEADERS])}`;
  for (let after = 0; ; ) {
    const faults = await faultsAfter(db, tenant, id, after, PAGE);
    const last = faults.at(-1);
    if (!last) return;
    after = last.n;
    yield lines(faults.map(({ row, column, kind, code, message }) => [row, column, KINDS[kind], code, message]));
  }
}
