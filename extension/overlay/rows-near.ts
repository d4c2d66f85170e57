import type { Sight } from './sight.ts';

/** Rows this far above and below what one sees are drawn too: a scroll finds their marks there. */
const MARGIN = 300;
/** So many rows are measured one by one; among more they must follow one another downwards. */
const FEW = 200;

interface InRow {
  readonly row: HTMLElement;
}

/** First row that ends below `top`; rows that are not drawn have no place and are passed over. */
function firstBelow(rows: readonly InRow[], top: number): number {
  let [low, high] = [0, rows.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    let at = middle;
    let box = rows[at]?.row.getBoundingClientRect();
    while (box && box.height === 0 && at + 1 < high) box = rows[++at]?.row.getBoundingClientRect();
    if (!box || box.height === 0) high = middle;
    else if (box.bottom < top) low = at + 1;
    else high = middle;
  }
  return low;
}

/** The rows in or near sight, in their order. */
export function rowsNear<T extends InRow>(rows: readonly T[], sight: Sight): readonly T[] {
  const top = Math.max(sight.top, 0) - MARGIN;
  const bottom = Math.min(sight.bottom, innerHeight) + MARGIN;
  if (rows.length <= FEW)
    return rows.filter(({ row }) => {
      const box = row.getBoundingClientRect();
      return box.height > 0 && box.bottom >= top && box.top <= bottom;
    });
  const first = firstBelow(rows, top);
  let end = first;
  for (; end < rows.length; end += 1) {
    const box = rows[end]?.row.getBoundingClientRect();
    if (box && box.height > 0 && box.top > bottom) break;
  }
  return rows.slice(first, end);
}
