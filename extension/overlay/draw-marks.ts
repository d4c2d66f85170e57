import type { RowReading } from '../hosts/host.ts';
import type { DrawnMark } from './mark-button.tsx';
import type { MadeMark, MarkOf } from './mark-maker.ts';

/** A drawn mark and the row it was drawn for; the row is only ever asked which code it shows now. */
export interface BoundMark extends MadeMark {
  readonly row: RowReading;
  /** The code as `looseCode` found it when the mark was bound. */
  readonly loose: string | null;
}

export type CodeOf = (row: HTMLElement) => string | null;

/** Which rows must show, before they get a mark, that their code is still what was read: the page may have changed since. */
export type Asked = 'all' | 'new' | 'none';

/** Binds marks to rows. A row without its code gets none. */
export function bindMarks(
  rows: readonly RowReading[],
  markOf: MarkOf,
  drawn: readonly BoundMark[],
  codeOf: CodeOf,
  looseCode: CodeOf,
  asked: Asked,
): readonly BoundMark[] {
  const known = new Map(drawn.map((mark) => [mark.row, mark]));
  return rows.flatMap((row): BoundMark | readonly [] => {
    const made = markOf(row);
    if (!made) return [];
    const before = known.get(row);
    if (before && asked !== 'all') return { ...made, row, loose: before.loose };
    if (asked !== 'none' && (!row.row.isConnected || codeOf(row.row) !== row.code)) return [];
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
        drawn.spot?.size === that.spot?.size &&
        drawn.spot?.left === that.spot?.left &&
        drawn.spot?.top === that.spot?.top
      );
    })
  );
}
