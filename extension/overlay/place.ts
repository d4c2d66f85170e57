import type { RowReading } from '../hosts/host.ts';

/** Where a mark goes, relative to the layer's own corner, in CSS pixels. `null` = the row is scrolled out of its table. */
export type Spot = { readonly left: number; readonly top: number } | null;

/**
 * `full`: one line of text; `narrow`: text on two lines, `room` wide; `icon`: the drawn sign alone, its words in name and card.
 * Host text is never covered: the space is measured.
 */
export interface Placement {
  readonly size: 'full' | 'narrow' | 'icon';
  readonly room: number;
  readonly spots: readonly Spot[];
}

const NARROW = 112;
const ICON = 30;
/** An icon at the edge of its row reaches into the page's margin rather than over the row's own controls. */
const EDGE = 22;
const GAP = 6;

/** Right end of what the cell shows. Of text and pictures only: a block inside is as wide as the cell itself. */
function contentRight(cell: HTMLElement): number {
  const rects = [...cell.querySelectorAll('img, svg, i, button, input')].map((each) => each.getBoundingClientRect());
  const range = cell.ownerDocument.createRange();
  const texts = cell.ownerDocument.createTreeWalker(cell, NodeFilter.SHOW_TEXT);
  while (texts.nextNode()) {
    range.selectNodeContents(texts.currentNode);
    rects.push(...range.getClientRects());
  }
  return Math.max(
    cell.getBoundingClientRect().left,
    ...rects.filter((rect) => rect.width > 0).map((rect) => rect.right),
  );
}

/** Part of the table one can see: its scroll containers up to the anchor. */
function clipOf(table: HTMLElement, anchor: HTMLElement): { left: number; right: number; top: number; bottom: number } {
  const clip = { left: -Infinity, right: Infinity, top: -Infinity, bottom: Infinity };
  const outer = anchor.parentElement;
  for (let at: HTMLElement | null = table.parentElement; at && at !== outer; at = at.parentElement) {
    if (getComputedStyle(at).overflow === 'visible') continue;
    const rect = at.getBoundingClientRect();
    clip.left = Math.max(clip.left, rect.left);
    clip.right = Math.min(clip.right, rect.right);
    clip.top = Math.max(clip.top, rect.top);
    clip.bottom = Math.min(clip.bottom, rect.bottom);
  }
  return clip;
}

/** Free space to the right of the text of each possible column, the least over all rows. */
function roomsOf(rows: readonly RowReading[]): number[] {
  const columns = Math.min(...rows.map((row) => row.places.length));
  return Array.from({ length: Number.isFinite(columns) ? columns : 0 }, (_, k) =>
    Math.min(
      ...rows.map(({ places }) => {
        const cell = places[k];
        return cell ? cell.getBoundingClientRect().right - contentRight(cell) - 2 * GAP : 0;
      }),
    ),
  );
}

/**
 * Finds one column with room for the marks of all rows, so that they stand in a line, and their spots in it.
 * @param needed width of the longest mark on one line.
 */
export function placeMarks(
  rows: readonly RowReading[],
  needed: number,
  table: HTMLElement,
  anchor: HTMLElement,
  layer: DOMRect,
): Placement {
  const rooms = roomsOf(rows);
  const beside = document.documentElement.clientWidth - table.getBoundingClientRect().right - 2 * GAP;
  const lowest = Math.min(...rows.map(({ row }) => row.getBoundingClientRect().height));
  const widest = rooms.indexOf(Math.max(...rooms));
  const [size, column] = ((): [Placement['size'], number] => {
    const full = rooms.findIndex((room) => room >= needed);
    if (full >= 0) return ['full', full];
    if (beside >= needed) return ['full', -1];
    if (lowest >= 44 && (rooms[widest] ?? 0) >= NARROW) return ['narrow', widest];
    const icon = rooms.findIndex((room) => room >= ICON);
    return ['icon', icon >= 0 ? icon : -2];
  })();
  const room = size === 'icon' ? (column >= 0 ? ICON : EDGE) : column >= 0 ? Math.floor(rooms[column] ?? ICON) : beside;
  const clip = clipOf(table, anchor);
  const spots = rows.map(({ row, places }): Spot => {
    const box = row.getBoundingClientRect();
    const cell = places[column];
    const right = cell ? cell.getBoundingClientRect().right : 0;
    const left = cell ? right - GAP - room : column === -1 ? box.right + GAP : Math.max(0, box.left - EDGE + 2);
    const middle = (box.top + box.bottom) / 2;
    const across = !cell || (left >= clip.left && left + ICON <= clip.right);
    const seen = across && middle >= clip.top && middle <= clip.bottom;
    return seen && box.height > 0 ? { left: left - layer.left, top: middle - layer.top } : null;
  });
  return { size, room, spots };
}
