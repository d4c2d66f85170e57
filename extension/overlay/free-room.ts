import type { RowReading } from '../hosts/host.ts';

/** What was measured of each cell since the list was read. */
export type Measured = WeakMap<HTMLElement, number>;

const GAP = 6;

/**
 * One for all, and led back to our own node after use: every range on the page has to be kept right by the browser whenever
 * the host changes anything.
 */
let range: Range | null = null;

/** End of what the cell shows, on the side where reading ends. Of text and pictures only: a block inside is as wide as the cell itself. */
function contentEnd(cell: HTMLElement, rtl: boolean, park: Node): number {
  const box = cell.getBoundingClientRect();
  let end = rtl ? box.right : box.left;
  const reach = ({ left, right, width }: DOMRect): void => {
    if (width > 0) end = rtl ? Math.min(end, left) : Math.max(end, right);
  };
  for (const each of cell.querySelectorAll('img, svg, i, button, input')) reach(each.getBoundingClientRect());
  range ??= document.createRange();
  const texts = document.createTreeWalker(cell, NodeFilter.SHOW_TEXT);
  while (texts.nextNode()) {
    if (!texts.currentNode.nodeValue?.trim()) continue;
    range.selectNodeContents(texts.currentNode);
    for (const rect of range.getClientRects()) reach(rect);
  }
  range.selectNodeContents(park);
  return end;
}

/** Free space in CSS pixels behind the content of `cell`, less a gap on both sides of a mark. */
function roomIn(cell: HTMLElement, rtl: boolean, park: Node, measured: Measured): number {
  const known = measured.get(cell);
  if (known !== undefined) return known;
  const box = cell.getBoundingClientRect();
  const end = contentEnd(cell, rtl, park);
  const room = (rtl ? end - box.left : box.right - end) - 2 * GAP;
  measured.set(cell, room);
  return room;
}

/** More brothers and sisters than this at one level are rows or cards of one list, not something that stands beside it. */
const MOST_BESIDE = 40;

/** Pixels from `table` to the nearest thing that stands beside it: another list, a column of notes. `Infinity` = nothing does. */
export function gapBeside(table: Element, rtl: boolean): number {
  const box = table.getBoundingClientRect();
  let gap = Number.POSITIVE_INFINITY;
  for (let at: Element | null = table; at?.parentElement && at !== document.body; at = at.parentElement) {
    const siblings: HTMLCollection = at.parentElement.children;
    if (siblings.length > MOST_BESIDE) continue;
    for (const each of siblings) {
      const other = each.getBoundingClientRect();
      const away = rtl ? box.left - other.right : other.left - box.right;
      if (each !== at && other.width > 0 && other.top < box.bottom && other.bottom > box.top && away > -1)
        gap = Math.min(gap, away);
    }
  }
  return gap;
}

/**
 * The least room over all rows in their `column`-th place; anything below `least` is as good as none and is not measured further.
 * @param park a node of our own.
 */
export function leastRoom(
  rows: readonly RowReading[],
  column: number,
  least: number,
  rtl: boolean,
  park: Node,
  measured: Measured,
): number {
  let room = Number.POSITIVE_INFINITY;
  for (const { places } of rows) {
    const cell = places[column];
    room = Math.min(room, cell?.isConnected ? roomIn(cell, rtl, park, measured) : 0);
    if (room < least) return 0;
  }
  return rows.length ? room : 0;
}
