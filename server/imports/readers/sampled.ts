import type { Cell, RawRow, RowFault } from '../row.ts';

/** A sample holds at most so many characters: rows may be long. */
const MOST_SIGNS = 4_000_000;

const signsOf = (cell: Cell): number => {
  if (typeof cell === 'string') return cell.length;
  if (!('list' in cell)) return 8;
  return cell.list.flatMap((cells) => Object.values(cells)).reduce((sum: number, one) => sum + signsOf(one), 0);
};

/** Says when a sample is large enough: `most` rows, or as many characters as may be held. */
export function sampled(most: number): (row: RawRow | RowFault) => boolean {
  let rows = 0;
  let signs = 0;
  return (row) => {
    rows += 1;
    if ('cells' in row) for (const cell of Object.values(row.cells)) signs += signsOf(cell);
    return rows >= most || signs >= MOST_SIGNS;
  };
}
