import type { ListReading, RowReading } from '../hosts/host.ts';
import { type Asked, type BoundMark, bindMarks, type CodeOf, widthOf } from './draw-marks.ts';
import type { LayerHost } from './layer-host.ts';
import type { MarkOf } from './mark-maker.ts';
import { type Ground, type Placement, placeMarks } from './place.ts';
import { rowsNear } from './rows-near.ts';
import { clippersOf, coversOf, type Lid, lidsOf, sightThrough } from './sight.ts';

/** A list and what holds for it until it is read again or the window changes. */
export interface Scene {
  readonly list: ListReading;
  readonly clippers: readonly Element[];
  readonly lids: readonly Lid[];
  readonly ground: Ground;
  readonly markOf: MarkOf;
  readonly looseCode: CodeOf;
  /** Width of the longest mark so far: marks do not grow and shrink while one scrolls. */
  needed: number;
}

export interface Arranged {
  readonly marks: readonly BoundMark[];
  readonly placement: Omit<Placement, 'spots'>;
}

export const NOWHERE: Arranged = { marks: [], placement: { size: 'full', room: 0, height: 28 } };

export function sceneOf(list: ListReading, layer: LayerHost, markOf: MarkOf, looseCode: CodeOf): Scene {
  const rtl = getComputedStyle(list.table).direction === 'rtl';
  const ground = { rtl, measured: new WeakMap(), layer: layer.element };
  return { list, clippers: clippersOf(list.table), lids: lidsOf(list.table), ground, markOf, looseCode, needed: 0 };
}

/**
 * The marks of the rows in or near sight, each at the place its row has now. Reads the layout once and writes nothing.
 * @param kept a row whose mark stays wherever it is: the keyboard stands on it.
 */
export function arrange(
  scene: Scene,
  drawn: readonly BoundMark[],
  layer: LayerHost,
  asked: Asked,
  kept: RowReading | undefined,
): Arranged {
  const { list, ground, markOf, looseCode } = scene;
  const sight = sightThrough(scene.clippers);
  const near = rowsNear(list.rows, sight);
  const rows = kept && !near.includes(kept) ? [...near, kept] : near;
  const bound = bindMarks(rows, markOf, drawn, list.codeOf, looseCode, asked);
  if (bound.length === 0) return NOWHERE;
  scene.needed = Math.max(scene.needed, ...bound.map((mark) => widthOf(mark.drawn)));
  const { spots, ...placement } = placeMarks(
    bound.map(({ row }) => row),
    scene.needed,
    list.table,
    sight,
    coversOf(scene.lids),
    layer.origin(),
    ground,
  );
  const marks = bound.map((mark, i) => ({ ...mark, drawn: { ...mark.drawn, spot: spots[i] ?? null } }));
  return { marks, placement };
}
