import type { Citation } from './law.ts';
import type { Tenths } from './points.ts';

/** The nine indicators of TT 01/2018/TT-VPCP Điều 13. */
export type IndicatorId = 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8 | 9;
export const INDICATOR_IDS: readonly IndicatorId[] = [1, 2, 3, 4, 5, 6, 7, 8, 9];

/** Three series that are never mixed, and the appraisal beside them. */
export type Series = 'citizen' | 'computed' | 'self' | 'appraised';

/** One thing a reader can check: `{ label: 'Hẹn trả', value: '24/11/2026 17:00' }`. Vietnamese, no personal data. */
export interface Evidence {
  readonly label: string;
  readonly value: string;
}

/**
 * What a rule returns: the points with their article, the reason in words and what it was read from.
 * `points: null` = left out of the total for the reason given in `because`; never zero, never full marks.
 */
export interface Finding {
  readonly indicator: IndicatorId;
  readonly points: Tenths | null;
  readonly max: Tenths;
  readonly cite: Citation;
  readonly because: string;
  readonly evidence: readonly Evidence[];
}
