import type { Seen } from '../features/feature.ts';
import { FEATURES } from '../features/index.ts';
import { runFeatures } from '../features/run-features.ts';
import type { ListReading, RowReading } from '../hosts/host.ts';
import type { ReadingCount } from '../messages.ts';
import type { DrawnMark } from './mark-button.tsx';

/** A drawn mark and the row it was drawn for; the row is only ever asked which code it shows now. */
export interface BoundMark {
  readonly drawn: DrawnMark;
  readonly row: RowReading;
  readonly seen: Seen;
  /** The code as `looseCode` found it when the mark was bound. */
  readonly loose: string | null;
}

export type CodeOf = (row: HTMLElement) => string | null;

/** Makes the mark of each row once, when it is first asked for. No code, or a code shared by several rows, no mark. */
export function markMaker(
  see: (row: RowReading) => Seen | null,
): (row: RowReading) => Pick<BoundMark, 'drawn' | 'seen'> | null {
  const made = new WeakMap<RowReading, Pick<BoundMark, 'drawn' | 'seen'> | null>();
  const make = (row: RowReading) => {
    const seen = row.code && !row.duplicate ? see(row) : null;
    if (!row.code || !seen) return null;
    const [mark] = runFeatures(FEATURES, 'mark', (feature) => feature.mark?.(seen));
    if (!mark) return null;
    const signs = runFeatures(FEATURES, 'sign', (feature) => feature.sign?.(seen));
    return { drawn: { code: row.code, mark, signs, spot: null }, seen };
  };
  return (row) => {
    if (!made.has(row)) made.set(row, make(row));
    return made.get(row) ?? null;
  };
}

/**
 * Binds marks to rows. A mark that is drawn already is taken over with its row; every other row must show its code at this moment.
 * @param strict the rows may have changed: all are asked.
 */
export function bindMarks(
  rows: readonly RowReading[],
  markOf: ReturnType<typeof markMaker>,
  drawn: readonly BoundMark[],
  codeOf: CodeOf,
  looseCode: CodeOf,
  strict: boolean,
): readonly BoundMark[] {
  const known = new Map(drawn.map((mark) => [mark.row, mark]));
  return rows.flatMap((row): BoundMark | readonly [] => {
    const made = markOf(row);
    if (!made) return [];
    const before = known.get(row);
    if (before && !strict) return { ...made, row, loose: before.loose };
    if (!row.row.isConnected || codeOf(row.row) !== row.code) return [];
    return { ...made, row, loose: looseCode(row.row) };
  });
}

/**
 * Marks whose row has not changed its code. Asked before the next paint and many times a second, so it looks at texts alone: what would
 * make the browser lay the page out is looked at in the next frame.
 */
export function stillTrue(marks: readonly BoundMark[], looseCode: CodeOf): readonly BoundMark[] {
  const kept = marks.filter(({ row, loose }) => row.row.isConnected && looseCode(row.row) === loose);
  return kept.length === marks.length ? marks : kept;
}

/** Width of a mark on one line at 14 px, generously: measuring each would lay the page out once more. */
export function widthOf({ mark, signs }: DrawnMark): number {
  return 36 + mark.text.length * 7.8 + signs.length * 19;
}

/** Whether two sets of marks look the same. */
export function sameMarks(one: readonly BoundMark[], other: readonly BoundMark[]): boolean {
  return (
    one.length === other.length &&
    one.every(({ drawn }, i) => {
      const that = other[i]?.drawn;
      return (
        drawn.code === that?.code &&
        drawn.mark === that.mark &&
        drawn.signs === that.signs &&
        drawn.spot?.left === that.spot?.left &&
        drawn.spot?.top === that.spot?.top
      );
    })
  );
}

export function countOf(list: ListReading): ReadingCount {
  const noCode = list.rows.filter((row) => row.code === null).length;
  const duplicates = list.rows.filter((row) => row.duplicate).length;
  const noDate = list.rows.filter((row) => row.reading && !row.reading.promised).length;
  return { total: list.total, read: list.rows.length - noCode - duplicates - noDate, noCode, noDate, duplicates };
}
