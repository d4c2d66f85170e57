import type { Permille } from '../interval.ts';
import type { Certainty } from '../law.ts';
import type { CheckFamily, CheckId, Seen } from './check.ts';

/** A question to an officer, a unit or the province. It changes no score and can be answered. */
export interface Flag extends Omit<Seen, 'said'> {
  /** `movedDates/so-mau-01/` or `selfAbove/xa-mau-02/CB-02-1`: the same in every snapshot of the period, for answers hang on it. */
  readonly id: string;
  readonly check: CheckId;
  readonly family: CheckFamily;
  readonly p: number;
  readonly usual: Permille | null;
  readonly sentence: string;
  readonly explanations: readonly string[];
  /** How sure it is that the law draws the line there: nothing says so, floors and rules are a reading. */
  readonly certainty: Certainty;
}

/** How many subjects a check had enough of, and of how many too little. */
export interface JudgedCheck {
  readonly check: CheckId;
  readonly enough: number;
  readonly few: number;
  readonly usual: Permille | null;
}

/** What all checks together say of a period. */
export interface Judged {
  readonly flags: readonly Flag[];
  readonly judged: readonly JudgedCheck[];
}
