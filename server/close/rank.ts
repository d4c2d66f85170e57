import { ranksOf } from '#rules/rank.ts';
import type { UnitResult } from '#wire/results.ts';

/** Ranks the graded units of each level; a unit graded for not having evaluated has indicators missing and is not ranked. */
export function ranked(units: readonly UnitResult[]): UnitResult[] {
  const ranks = ranksOf(units);
  return units.map((unit, i) => ({ ...unit, rank: ranks[i] ?? null }));
}
