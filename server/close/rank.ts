import type { UnitResult } from '#wire/results.ts';

/**
 * Ranks the graded units of each level by total, in tenths; equal totals share a rank and the next one is skipped
 * (1-2-2-4). A unit without a grade has no rank, nor has one graded for not having evaluated.
 */
export function ranked(units: readonly UnitResult[]): UnitResult[] {
  const ranks = (unit: UnitResult) => unit.grade !== null && unit.total !== null && unit.missing.length === 0;
  return units.map((unit) => ({
    ...unit,
    rank: ranks(unit)
      ? 1 + units.filter((o) => o.level === unit.level && ranks(o) && (o.total ?? 0) > (unit.total ?? 0)).length
      : null,
  }));
}
