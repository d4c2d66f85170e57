import { labelKey } from '#rules/labels.ts';
import { isCellFault, readText } from '../read-cell.ts';
import { type Cell, FileRefused, type RawRow, type ReadOptions, type RowFault } from '../row.ts';
import type { ReadFile } from './date-orders.ts';
import { findHeader, HEADER_WITHIN, type Header, numbersColumns, repeatsHeader, type TextRow } from './find-header.ts';
import type { Headed } from './head-of.ts';
import { type Peeked, peek } from './peek.ts';
import { openParts } from './xlsx-parts.ts';
import { type SheetRow, sheetRows } from './xlsx-sheet.ts';
import { readWorkbook, type Sheet, type Workbook } from './xlsx-workbook.ts';

const MOST_ROWS = 200_000;

const textOf = (cell: Cell | undefined): string => {
  const read = readText(cell);
  return isCellFault(read) ? '' : (read.value ?? '');
};
const textRow = ({ row, cells }: SheetRow): TextRow => ({ row, texts: Array.from(cells, textOf) });

/** A sheet whose first rows were looked at. */
interface Opened {
  readonly sheet: Sheet;
  readonly header: Header;
  readonly rows: Peeked<SheetRow>;
}

/** `null` = the sheet is empty. */
async function openSheet(
  workbook: Workbook,
  sheet: Sheet,
  known: ReadonlySet<string> | undefined,
): Promise<Opened | null> {
  let taken = 0;
  const rows = await peek(sheetRows(workbook, sheet), () => {
    taken += 1;
    return taken >= HEADER_WITHIN;
  });
  return rows.first.length ? { sheet, header: findHeader(rows.first.map(textRow), known), rows } : null;
}

/** The sheet asked for; else the first visible one with a header the importer knows; else the first that holds anything. */
async function choose(workbook: Workbook, { sheet: wanted, known }: ReadOptions): Promise<Opened> {
  const named = workbook.sheets.filter(({ name }) => wanted !== undefined && labelKey(name) === labelKey(wanted));
  const names = workbook.sheets.map(({ name }) => `«${name}»`).join(', ');
  if (wanted !== undefined && named.length === 0)
    throw new FileRefused(
      'xlsx.sheet',
      `Không có trang tính tên này. Chọn một trong các trang: ${names.slice(0, 500)}.`,
    );
  let first: Opened | null = null;
  for (const sheet of wanted !== undefined ? named : workbook.sheets.filter(({ hidden }) => !hidden)) {
    const one = await openSheet(workbook, sheet, known);
    if (one && (!known || one.header.hits >= 2)) {
      await first?.rows.close();
      return one;
    }
    if (one && first) await one.rows.close();
    else first = one ?? first;
  }
  if (first) return first;
  throw new FileRefused(
    'file.empty',
    'Các trang tính không có dòng nào. Chọn đúng tệp, hoặc xuất lại từ phần mềm nguồn.',
  );
}

function read({ row, cells, long }: SheetRow, { columns }: Header): RawRow | RowFault | null {
  const tooLong = long === null ? null : columns[long];
  if (tooLong)
    return {
      row,
      column: tooLong.label,
      code: 'cell.long',
      message: 'Ô có hơn 32.767 ký tự. Rút ngắn nội dung rồi nhập lại.',
    };
  const read: Record<string, Cell> = {};
  for (const [at, column] of columns.entries()) {
    const cell = cells[at];
    if (column && cell !== undefined) read[column.key] = cell;
  }
  return Object.keys(read).length ? { row, cells: read } : null;
}

async function* rowsOf(all: AsyncIterable<SheetRow>, header: Header): AsyncGenerator<RawRow | RowFault> {
  let given = 0;
  let under = true;
  try {
    for await (const sheetRow of all) {
      if (sheetRow.row <= header.row) continue;
      if (under) {
        under = false;
        if (numbersColumns(textRow(sheetRow).texts)) continue;
      }
      if (repeatsHeader((at) => textOf(sheetRow.cells[at]), header)) continue;
      const one = read(sheetRow, header);
      if (!one) continue;
      if (given === MOST_ROWS) {
        const message =
          'Chỉ đọc 200.000 dòng đầu, các dòng sau chưa đọc. Lưu bảng thành «CSV UTF-8» rồi nhập tệp CSV; dòng đã nhập không bị nhập đôi.';
        yield { row: null, column: null, code: 'xlsx.rows', message };
        return;
      }
      given += 1;
      yield one;
    }
  } catch (error) {
    // Rows before the damage are read; that the rest is missing is said.
    if (!(error instanceof FileRefused)) throw error;
    yield { row: null, column: null, code: error.code, message: error.message };
  }
}

/**
 * An .xlsx file. Held in memory: the file (at most 64 MiB) and its shared texts (at most 64 million characters); the sheet itself is read row
 * by row. Formulas count by the value last calculated, dates by their format, hidden rows as any other.
 * @throws FileRefused `xlsx.*`, `file.locked`, `file.empty`, `file.columns`, `header.twice`, and for archives of another kind.
 */
export async function openXlsx(input: Headed, options: ReadOptions): Promise<ReadFile> {
  const workbook = await readWorkbook(await openParts(input.all));
  const { sheet, header, rows } = await choose(workbook, options);
  return {
    format: 'xlsx',
    columns: header.columns.filter((column) => column !== null),
    detected: { sheet: sheet.name, headerRow: header.row },
    rows: rowsOf(rows.all, header),
  };
}
