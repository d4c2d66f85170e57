import { type ListReading, partsOf, type RowReading } from '../hosts/host.ts';
import { type Asked, type BoundMark, bindMarks, type CodeOf, widthOf } from './draw-marks.ts';
import { gapBeside } from './free-room.ts';
import type { LayerHost } from './layer-host.ts';
import type { MarkOf } from './mark-maker.ts';
import { type Ground, placeMarks } from './place.ts';
import { rowsNear } from './rows-near.ts';
import { clippersOf, coversOf, type Lid, lidsOf, sightThrough } from './sight.ts';

/** One list of the page; most pages have one. */
interface Part {
  readonly table: HTMLElement;
  readonly rows: readonly RowReading[];
  readonly clippers: readonly Element[];
  readonly lids: readonly Lid[];
  readonly ground: Ground;
  /** Width of the longest mark so far: marks do not grow and shrink while one scrolls. */
  needed: number;
}

/** All rows of the page and what holds for their lists until they are read again or the window changes. */
export interface Scene {
  readonly list: ListReading;
  readonly parts: readonly Part[];
  readonly markOf: MarkOf;
  readonly looseCode: CodeOf;
}

export function sceneOf(list: ListReading, layer: LayerHost, markOf: MarkOf, looseCode: CodeOf): Scene {
  const all = partsOf(list);
  const parts = all.map(({ table }): Part => {
    const rtl = getComputedStyle(table).direction === 'rtl';
    const ground = { rtl, measured: new WeakMap(), gap: gapBeside(table, rtl), layer: layer.element };
    const rows = all.length === 1 ? list.rows : list.rows.filter(({ row }) => table.contains(row));
    return { table, rows, clippers: clippersOf(table), lids: lidsOf(table), ground, needed: 0 };
  });
  return { list, parts, markOf, looseCode };
}

/**
 * The marks of the rows in or near sight, each at the place its row has now. Reads the layout once and writes nothing.
 * @param kept a row whose mark stays wherever it is: the keyboard stands on it.
 */
export function arrange(
  { list, parts, markOf, looseCode }: Scene,
  drawn: readonly BoundMark[],
  layer: LayerHost,
  asked: Asked,
  kept: RowReading | undefined,
): readonly BoundMark[] {
  return parts.flatMap((part) => {
    const sight = sightThrough(part.clippers);
    const near = rowsNear(part.rows, sight);
    const rows = kept && !near.includes(kept) && part.rows.includes(kept) ? [...near, kept] : near;
    const bound = bindMarks(rows, markOf, drawn, list.codeOf, looseCode, asked);
    if (bound.length === 0) return [];
    part.needed = Math.max(part.needed, ...bound.map((mark) => widthOf(mark.drawn)));
    const spots = placeMarks(
      bound.map(({ row }) => row),
      part.needed,
      part.table,
      sight,
      coversOf(part.lids),
      layer.origin(),
      part.ground,
    );
    return bound.map((mark, i) => ({ ...mark, drawn: { ...mark.drawn, spot: spots[i] ?? null } }));
  });
}
