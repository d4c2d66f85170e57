import type { Choices } from '#rules/choices.ts';
import type { IndicatorId } from '#rules/finding.ts';
import { type Bounds, certain, meanRange, printedRange, type Range, sumOfRanges } from '#rules/mean-interval.ts';
import { officialSource } from '#rules/official.ts';
import type { Tenths } from '#rules/points.ts';
import { STEPS } from '#rules/rulesets/tt01-2018.ts';
import type { IndicatorRow, UnitResult } from '#wire/results.ts';
import type { KeptSum, UnitSums } from '../store/snapshot-sums.ts';

/** The two ends as printed, or `null` twice: no interval can be told. */
export interface Ends {
  readonly low: Tenths | null;
  readonly high: Tenths | null;
}

/** The most one index can reach, tenths (TT 01/2018/TT-VPCP Điều 13). */
export const BEST: Tenths = STEPS.reduce((most, { value }) => Math.max(most, value?.best ?? 0), 0);
const POINTS: Bounds = { min: 0, max: BEST };
const DIFFERENCE: Bounds = { min: -BEST, max: BEST };

const NONE: Ends = { low: null, high: null };

/** The ends of `range` beside its value. */
export function endsOf(range: Range | null, value: Tenths | null): Ends {
  if (range === null || value === null) return NONE;
  const { lo, hi } = printedRange(range, value);
  return { low: lo, high: hi };
}

/** Of a mean over dossiers or answers; `null` where its sum was not kept. */
export function keptRange(kept: KeptSum | undefined): Range | null {
  const [sum, n] = kept ?? [null, 0];
  return sum === null ? null : meanRange(sum, n, POINTS);
}

export function differenceRange(kept: KeptSum | undefined): Range | null {
  const [sum, n] = kept ?? [null, 0];
  return sum === null ? null : meanRange(sum, n, DIFFERENCE);
}

/** Of an official index: of what it was taken from; one declared, counted or appraised for the unit as a whole has no chance in it. */
export function officialRange({ indicator, official }: IndicatorRow, sums: UnitSums, choices: Choices): Range | null {
  if (official.points === null) return null;
  const id = indicator as IndicatorId;
  const source = officialSource(id, choices);
  if (official.series === 'appraised' || source === 'unit') return certain(official.points);
  return keptRange(sums[source][id]);
}

/**
 * Of the total: that of each index in it, added up. `null` = one of them is not known.
 * @param sums `null` = the snapshot kept none.
 */
export function totalRange({ rows, total }: UnitResult, sums: UnitSums | null, choices: Choices): Range | null {
  if (total === null || sums === null) return null;
  const present = rows.filter(({ official }) => official.points !== null);
  const ranges = present.flatMap((row) => officialRange(row, sums, choices) ?? []);
  return ranges.length === present.length ? sumOfRanges(ranges) : null;
}
