import { wilson } from '#rules/interval.ts';
import { roundHalfUp } from '#rules/points.ts';
import type { UnitResult } from '#wire/results.ts';
import { SMALLEST_GROUP } from './suppress.ts';

/**
 * Share of «hài lòng» and «rất hài lòng» among `n` answers to the overall question, in tenths of a percent with its Wilson
 * 95 % interval; `null` below 5 answers. «Tỷ lệ hài lòng theo phiếu», not the label that follows a grade.
 */
export function satisfactionShare(satisfied: number, n: number): UnitResult['satisfactionShare'] {
  const interval = n >= SMALLEST_GROUP ? wilson(satisfied, n) : null;
  return interval && { value: roundHalfUp(satisfied * 1000, n), n, low: interval.lo, high: interval.hi };
}
