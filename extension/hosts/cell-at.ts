import { cellsOf, isTableRow } from './grid.ts';

const spanOf = (cell: HTMLElement): number =>
  cell.hasAttributes() ? (cell as HTMLTableCellElement).colSpan || Number(cell.getAttribute('aria-colspan')) || 1 : 1;

/** Columns of a row that a cell of an earlier row reaches down into, by row. */
export type Taken = ReadonlyMap<HTMLElement, ReadonlySet<number>>;
const NONE: ReadonlySet<number> = new Set();

/**
 * The cells of `row` with the columns they cover, counted from 0: a `colspan` of 2 is two, a cell reaching down from the row above takes
 * its place, and elements that say where they stand (`aria-colindex`) stand there.
 */
export function cellsWithColumns(
  row: HTMLElement,
  taken: ReadonlySet<number> = NONE,
): readonly { readonly cell: HTMLElement; readonly from: number; readonly to: number }[] {
  let next = 0;
  const plain = isTableRow(row);
  return cellsOf(row).map((cell) => {
    const said = plain ? 0 : Number(cell.getAttribute('aria-colindex'));
    while (taken.has(next)) next++;
    const from = said > 0 ? said - 1 : next;
    next = from + spanOf(cell);
    return { cell, from, to: next };
  });
}

/** The cell that covers column `column` of `row`. */
export function cellAt(row: HTMLElement, column: number, taken: ReadonlySet<number> = NONE): HTMLElement | null {
  return cellsWithColumns(row, taken).find(({ from, to }) => column >= from && column < to)?.cell ?? null;
}

/** Cells reaching further down than any honest list has them; rows past this are narrower than their head and are not read. */
const MOST_TAKEN = 100_000;

/** Which columns cells with a `rowspan` take from the rows below them; empty for the many tables that have none. */
export function takenIn(rows: readonly HTMLElement[]): Taken {
  const taken = new Map<HTMLElement, Set<number>>();
  let left = MOST_TAKEN;
  rows.forEach((row, i) => {
    if (!isTableRow(row)) return;
    for (const { cell, from, to } of cellsWithColumns(row, taken.get(row))) {
      const down = Math.min((cell as HTMLTableCellElement).rowSpan, rows.length - i);
      for (let k = 1; k < down; k++) {
        const below = rows[i + k];
        if (!below || left-- <= 0) break;
        const columns = taken.get(below) ?? new Set<number>();
        for (let column = from; column < to; column++) columns.add(column);
        taken.set(below, columns);
      }
    }
  });
  return taken;
}
