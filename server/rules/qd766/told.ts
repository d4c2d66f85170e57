import type { Count766 } from './finding.ts';

/** Counts of what could be told, and how many could not. */
export interface Told766 {
  /** `null` = there were some and none could be told; that is not the same as none at all. */
  readonly count: Count766 | null;
  /** They are in neither number. */
  readonly unknown: number;
}

/** @param verdicts one for each item; `null` = cannot be told. */
export function countTold(verdicts: readonly (boolean | null)[]): Told766 {
  const denominator = verdicts.filter((verdict) => verdict !== null).length;
  const unknown = verdicts.length - denominator;
  const numerator = verdicts.filter((verdict) => verdict).length;
  return { count: denominator === 0 && unknown > 0 ? null : { numerator, denominator }, unknown };
}
