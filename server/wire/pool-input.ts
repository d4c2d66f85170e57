import * as z from 'zod';
import { scoreInput } from './score-input.ts';

/** What `cli pool` reads: the quarters of one unit, each as `cli score` reads it, and what is said of the year itself. */
export const poolInput = z.strictObject({
  /** The year, or the period of the province that stands for it. */
  period: scoreInput.shape.period,
  /** In order. Choices and decision are those of the quarters: the same choices in all of them, the decision of the last. */
  quarters: z.array(scoreInput).min(1).max(12),
  /** Stated for the whole year; absent = pooled from the quarters. */
  unitFacts: scoreInput.shape.unitFacts.unwrap().optional(),
  /** Points an appraisal gave the unit for the year, in tenths. */
  appraised: scoreInput.shape.appraised,
  evaluated: scoreInput.shape.evaluated,
});
export type PoolInput = z.output<typeof poolInput>;
