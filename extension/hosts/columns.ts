import { type Meaning, meaningOf } from '#rules/labels.ts';
import { type Sees, visibleText } from './visible-text.ts';

/** Where each meaning stands in a table, counted in columns (a `colspan` of 2 is two). */
export interface Columns {
  readonly at: ReadonlyMap<Meaning, number>;
  readonly head: HTMLTableRowElement;
}

/** The cell that covers column `column` of `row`, honouring colspan. */
export function cellAt(row: HTMLTableRowElement, column: number): HTMLTableCellElement | null {
  let start = 0;
  for (const cell of row.cells) {
    if (column >= start && column < start + cell.colSpan) return cell;
    start += cell.colSpan;
  }
  return null;
}

/** One column that holds everything about a dossier. */
const COMPOSITE = /^thông tin hồ sơ$/i;

function headOf(table: HTMLTableElement): HTMLTableRowElement | null {
  const inHead = [...(table.tHead?.rows ?? [])].find((row) => row.cells.length > 2);
  return inHead ?? table.rows[0] ?? null;
}

/** The columns of `table`, or `null` when its head does not name at least a code and a due date or remaining time. */
export function columnsOf(table: HTMLTableElement, sees: Sees): Columns | null {
  const head = headOf(table);
  if (!head) return null;
  const at = new Map<Meaning, number>();
  let start = 0;
  for (const cell of head.cells) {
    const meaning = meaningOf(visibleText(cell, sees));
    if (meaning && !at.has(meaning)) at.set(meaning, start);
    start += cell.colSpan;
  }
  return at.has('code') && (at.has('promised') || at.has('remaining')) ? { at, head } : null;
}

/** Whether some visible table names a column of dossier codes, read or not: then silence would be mistaken for "nothing due". */
export function showsDossiers(page: Document, sees: Sees): boolean {
  return [...page.querySelectorAll('table')].some((table) => {
    const cells = sees(table) > 20 ? [...(headOf(table)?.cells ?? [])] : [];
    return cells.some(
      (cell) => meaningOf(visibleText(cell, sees)) === 'code' || COMPOSITE.test(visibleText(cell, sees)),
    );
  });
}

/**
 * The list of dossiers among all tables of the page: visible, more than a line high, naming the most meanings; the larger of two
 * equals. Closed dialogs keep hidden tables in the page, so the first table is never good enough.
 */
export function bestTable(page: Document, sees: Sees): { table: HTMLTableElement; columns: Columns } | null {
  let best: { table: HTMLTableElement; columns: Columns } | null = null;
  for (const table of page.querySelectorAll('table')) {
    if (sees(table) <= 20) continue;
    const columns = columnsOf(table, sees);
    if (!columns) continue;
    const gain = best ? columns.at.size - best.columns.at.size : 1;
    if (gain > 0 || (gain === 0 && best && table.rows.length > best.table.rows.length)) best = { table, columns };
  }
  return best;
}
