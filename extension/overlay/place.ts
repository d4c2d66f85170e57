import type { RowReading } from '../hosts/host.ts';
import { leastRoom, type Measured } from './free-room.ts';
import type { Origin } from './layer-host.ts';
import { isCovered, type Sight } from './sight.ts';

/**
 * Where a mark goes, in the layer's own pixels. `null` = the row is scrolled out of its table, or something lies over it.
 * `full`: one line of text; `narrow`: text on two lines, `room` wide; `icon`: the drawn sign alone, its words in name and card.
 * Host text is never covered: the space is measured. `height`: no mark is higher than the lowest row.
 */
export type Spot = {
  readonly left: number;
  readonly top: number;
  readonly size: 'full' | 'narrow' | 'icon';
  readonly room: number;
  readonly height: number;
} | null;

/** What stays the same while the page only scrolls. */
export interface Ground {
  readonly rtl: boolean;
  readonly measured: Measured;
  /** Pixels beside the table that nothing else of the page stands in. */
  readonly gap: number;
  /** Our own element: ranges are parked there. */
  readonly layer: HTMLElement;
}

const NARROW = 112;
const ICON = 30;
/** An icon at the edge of its row reaches into the page's margin rather than over the row's own controls. */
const EDGE = 22;
const GAP = 6;
const LOWEST = 16;
const HIGHEST = 28;

interface Column {
  readonly size: NonNullable<Spot>['size'];
  /** Which place of each row; -1 = beside the table, -2 = at the edge of the row. */
  readonly at: number;
  readonly room: number;
}

/** One column with room for the marks of all rows, so that they stand in a line. */
function columnFor(
  rows: readonly RowReading[],
  needed: number,
  lowest: number,
  table: HTMLElement,
  { rtl, measured, gap, layer }: Ground,
): Column {
  const columns = Math.min(...rows.map(({ places }) => places.length));
  const roomOf = (at: number, least: number) => leastRoom(rows, at, least, rtl, layer, measured);
  for (let at = 0; at < columns; at += 1)
    if (roomOf(at, needed) >= needed) return { size: 'full', at, room: Math.floor(roomOf(at, needed)) };
  const box = table.getBoundingClientRect();
  const beside = Math.min(gap, rtl ? box.left : document.documentElement.clientWidth - box.right) - 2 * GAP;
  if (beside >= needed) return { size: 'full', at: -1, room: beside };
  const rooms = Array.from({ length: columns }, (_, at) => roomOf(at, ICON));
  const widest = rooms.indexOf(Math.max(...rooms));
  if (lowest >= 44 && (rooms[widest] ?? 0) >= NARROW)
    return { size: 'narrow', at: widest, room: Math.floor(rooms[widest] ?? 0) };
  const icon = rooms.findIndex((room) => room >= ICON);
  return icon >= 0 ? { size: 'icon', at: icon, room: ICON } : { size: 'icon', at: -2, room: EDGE };
}

/** Left edge in the window of the mark of one row. */
function leftOf({ at, room }: Column, row: DOMRect, cell: DOMRect | undefined, rtl: boolean): number {
  if (cell) return rtl ? cell.left + GAP : cell.right - GAP - room;
  if (at === -1) return rtl ? row.left - GAP - room : row.right + GAP;
  return rtl ? Math.min(innerWidth - EDGE, row.right - 2) : Math.max(0, row.left - EDGE + 2);
}

/**
 * Finds room for the marks of `rows` and the spot of each. Only reads; the caller draws.
 * @param covers parts of the window in which something lies over the rows.
 * @param needed width of the longest mark on one line.
 */
export function placeMarks(
  rows: readonly RowReading[],
  needed: number,
  table: HTMLElement,
  sight: Sight,
  covers: readonly Sight[],
  origin: Origin,
  ground: Ground,
): readonly Spot[] {
  const boxes = rows.map(({ row }) => row.getBoundingClientRect());
  const lowest = Math.min(...boxes.map(({ height }) => height).filter((height) => height > 0));
  const column = columnFor(rows, needed, lowest, table, ground);
  const cells = rows.map(({ places }) => places[column.at]);
  const height = Math.max(LOWEST, Math.min(HIGHEST, Math.floor(lowest / origin.scale)));
  const shared = { size: column.size, room: column.room / origin.scale, height };
  return rows.map((_, i): Spot => {
    const box = boxes[i];
    const cell = cells[i];
    if (!box?.height || (cell && !cell.isConnected)) return null;
    const left = leftOf(column, box, cell?.getBoundingClientRect(), ground.rtl);
    const middle = (box.top + box.bottom) / 2;
    if (middle < sight.top || middle > sight.bottom) return null;
    if (cell && (left < sight.left || left + ICON > sight.right)) return null;
    if (isCovered(covers, left + EDGE / 2, middle)) return null;
    return { left: (left - origin.left) / origin.scale, top: (middle - origin.top) / origin.scale, ...shared };
  });
}
