import type { Seen } from '../features/feature.ts';
import { FEATURES } from '../features/index.ts';
import { runFeatures } from '../features/run-features.ts';
import type { ListReading, RowReading } from '../hosts/host.ts';
import type { ReadingCount } from '../messages.ts';
import type { DrawnMark } from './mark-button.tsx';
import { type Placement, placeMarks } from './place.ts';

/** A drawn mark and the row it was drawn for; the row is only ever asked which code it shows now. */
export interface BoundMark {
  readonly drawn: DrawnMark;
  readonly row: RowReading;
  readonly seen: Seen;
}

/** No code, or a code shared by several rows, no mark. */
export function bindMarks(list: ListReading, see: (row: RowReading) => Seen | null): BoundMark[] {
  return list.rows.flatMap((row) => {
    const seen = see(row);
    if (!row.code || !seen) return [];
    const [mark] = runFeatures(FEATURES, 'mark', (feature) => feature.mark?.(seen));
    if (!mark) return [];
    const signs = runFeatures(FEATURES, 'sign', (feature) => feature.sign?.(seen));
    return [{ drawn: { code: row.code, mark, signs, spot: null }, row, seen }];
  });
}

/** Marks whose row still shows their dossier. The others are gone before the next paint. */
export function stillTrue(marks: readonly BoundMark[], list: ListReading): readonly BoundMark[] {
  const kept = marks.filter(({ drawn, row }) => row.row.isConnected && list.codeOf(row.row) === drawn.code);
  return kept.length === marks.length ? marks : kept;
}

/** Width of a mark on one line at 14 px, generously: measuring each would lay the page out once more. */
function widthOf({ mark, signs }: DrawnMark): number {
  return 36 + mark.text.length * 7.8 + signs.length * 19;
}

/** The same marks at the places their rows have now. */
export function placed(
  marks: readonly BoundMark[],
  list: ListReading,
  layer: HTMLElement,
): { marks: readonly BoundMark[]; placement: Pick<Placement, 'size' | 'room'> } {
  if (marks.length === 0) return { marks, placement: { size: 'full', room: 0 } };
  const placement = placeMarks(
    marks.map(({ row }) => row),
    Math.max(...marks.map(({ drawn }) => widthOf(drawn))),
    list.table,
    list.anchor,
    layer.getBoundingClientRect(),
  );
  return {
    placement,
    marks: marks.map((each, i) => ({ ...each, drawn: { ...each.drawn, spot: placement.spots[i] ?? null } })),
  };
}

export function countOf(list: ListReading): ReadingCount {
  const filled = list.rows;
  const noCode = filled.filter((row) => row.code === null).length;
  const duplicates = filled.filter((row) => row.duplicate).length;
  const noDate = filled.filter((row) => row.reading && !row.reading.promised).length;
  return { total: filled.length, read: filled.length - noCode - duplicates - noDate, noCode, noDate, duplicates };
}
