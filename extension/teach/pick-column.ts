import { isPersonalLabel } from '#rules/packs/personal-column.ts';
import { cellAt, cellsWithColumns } from '../hosts/cell-at.ts';
import { gridsOf } from '../hosts/grid.ts';
import type { Header } from '../hosts/pack-place.ts';
import { headersOf, headRowsOf } from '../hosts/pack-place.ts';
import { type Sees, visibleText } from '../hosts/visible-text.ts';
import type { PickedColumn } from '../teach-messages.ts';
import { linesOf } from './lines-of.ts';
import { cardPart, gridCell } from './pick-part.ts';
import { selectorOf } from './selector-of.ts';

/** Rows looked at. */
const SAMPLE = 50;

/** A column and the elements it is drawn on. */
export interface Pointed {
  readonly pick: PickedColumn;
  readonly cells: readonly HTMLElement[];
}

/** The row of the headers; `null` for a table that begins with data: a text of a dossier must not become a header. */
function headOf(table: HTMLTableElement, sees: Sees): { row: HTMLTableRowElement; headers: readonly Header[] } | null {
  const [best] = headRowsOf(table)
    .slice(0, 3)
    .map((row) => ({ row, headers: headersOf(row, sees) }))
    .sort((a, b) => b.headers.filter(({ label }) => label).length - a.headers.filter(({ label }) => label).length);
  return best ?? null;
}

/** Header of a column where the head stays while the rows scroll and is a table of its own: told to the officer, never part of a pack. */
function headerBeside(table: HTMLTableElement, column: number, sees: Sees): string {
  const grid = gridsOf(table.ownerDocument, sees, 'table').find(({ element }) => element === table);
  const head = grid?.heads.at(-1);
  const cell = head && !table.contains(head) ? cellAt(head, column) : null;
  return cell ? visibleText(cell, sees) : '';
}

/** Column `column` of a table as a pack names it: by its header where that is the only one of its words. */
function tableColumn(table: HTMLTableElement, column: number, sees: Sees): Pointed {
  const head = headOf(table, sees);
  const headers = head?.headers ?? [];
  const own = headers.findLast((each) => each.column <= column)?.label ?? '';
  const header = own || headerBeside(table, column, sees);
  const rows = [...table.rows].filter(
    (row) => row !== head?.row && row.parentElement?.tagName !== 'THEAD' && sees(row) > 0,
  );
  const cells = rows.slice(0, SAMPLE).flatMap((row) => cellAt(row, column) ?? []);
  const named = own !== '' && headers.filter(({ label }) => label === own).length === 1;
  const lines = isPersonalLabel(header) ? [] : linesOf(cells, header, sees);
  const place = named ? { header } : { column, under: own.slice(0, 80) };
  const pick = {
    root: selectorOf(table),
    row: null,
    place,
    header,
    lines,
    personal: lines.length === 0 && cells.length > 0,
  };
  const above = head && cellAt(head.row, column);
  return { pick, cells: above ? [above, ...cells] : cells };
}

/** The table of the rows under a head that is a table of its own; else the table itself. */
function rowsUnder(table: HTMLTableElement, row: HTMLTableRowElement, sees: Sees): HTMLTableElement {
  if (row.parentElement?.tagName !== 'THEAD') return table;
  const below = gridsOf(table.ownerDocument, sees, 'table').find(({ heads }) => heads.includes(row))?.element;
  return below?.tagName === 'TABLE' ? (below as HTMLTableElement) : table;
}

/** What an element of the page belongs to: a column of its table, or the same element of every card. `null` = neither. */
export function pointAt(element: Element, sees: Sees): Pointed | null {
  const cell = element.closest<HTMLElement>('td, th');
  const table = cell?.closest('table');
  const row = cell?.closest('tr');
  if (cell && table && row) {
    const at = cellsWithColumns(row).find((each) => each.cell === cell);
    return at ? tableColumn(rowsUnder(table, row, sees), at.from, sees) : null;
  }
  return gridCell(element, sees) ?? cardPart(element, sees);
}

/** Every column of a table, in order. */
export function columnsOfTable(table: HTMLTableElement, sees: Sees): readonly PickedColumn[] {
  const [first] = table.rows;
  const columns = headOf(table, sees)?.headers ?? (first ? headersOf(first, sees) : []);
  return columns.map(({ column }) => tableColumn(table, column, sees).pick);
}
