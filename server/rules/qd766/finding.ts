import type { Evidence } from '../finding.ts';
import type { Citation } from '../law.ts';
import type { Hundredths } from '../points.ts';
import type { CountId, GroupId, IndexId } from '../rulesets/qd766-index.ts';

/** What was counted for one index in a period: part and whole, or a sum and the number it is the mean of. Whole numbers. */
export interface Count766 {
  readonly numerator: number;
  readonly denominator: number;
}

/** An absent count is no data. */
export type Counts766 = Partial<Record<CountId, Count766>>;

/** What another source would give for the same counts. */
export interface Disagreement {
  readonly says: string;
  /** `null` = that source gives none, or what it counts was not given. */
  readonly points: Hundredths | null;
  /** `null` = it sets no ceiling. */
  readonly max: Hundredths | null;
  readonly cite: Citation;
}

/** One index of QĐ 766/QĐ-TTg: its points, why, and what else is said of it. */
export interface Finding766 {
  readonly index: IndexId;
  readonly group: GroupId;
  readonly name: string;
  /** Hundredths of a percent: 6412 is 64,12 %. `null` = nothing was counted, or the index is a mean. */
  readonly ratio: number | null;
  /** `null` = left out of the total for the reason in `because`. */
  readonly points: Hundredths | null;
  /** 0 = only followed, `null` = the ceiling is not known. */
  readonly max: Hundredths | null;
  readonly cite: Citation;
  readonly because: string;
  readonly evidence: readonly Evidence[];
  /** Sources disagree; absent = they do not. */
  readonly disagreement?: readonly Disagreement[];
}
