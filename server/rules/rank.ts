import type { Tenths } from './points.ts';

/** What a ranking looks at. */
export interface Rankable {
  /** Units are ranked among those of their own level. */
  readonly level: string;
  readonly total: Tenths | null;
  /** `null` = not graded, and then not ranked. */
  readonly grade: string | null;
  readonly missing: readonly unknown[];
}

const isRanked = ({ total, grade, missing }: Rankable) => grade !== null && total !== null && missing.length === 0;

/**
 * Ranks of the graded units of each level by total, best first, in the order of `units`; equal totals share a rank and the next one is
 * skipped (1-2-2-4). `null` = not ranked: without a grade, or with an indicator missing.
 */
export function ranksOf(units: readonly Rankable[]): (number | null)[] {
  return units.map((unit) => {
    if (!isRanked(unit)) return null;
    const ahead = units.filter((o) => o.level === unit.level && isRanked(o) && (o.total ?? 0) > (unit.total ?? 0));
    return ahead.length + 1;
  });
}
