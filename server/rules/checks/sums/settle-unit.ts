import { allMaximum } from '../all-maximum.ts';
import { FEWEST_OVERDUE } from '../bulk-completion.ts';
import { type Check, SMALLEST_N } from '../check.ts';
import { movedDates } from '../moved-dates.ts';
import { receiptDate } from '../receipt-date.ts';
import { busiestWindow, MOST_IN_WINDOW } from '../score-burst.ts';
import { scoredBeforeResult } from '../scored-before-result.ts';
import { selfAbove } from '../self-above.ts';
import { straightLine } from '../straight-line.ts';
import type { Tally, UnitSums } from '../sums.ts';
import { pooled } from './tally.ts';

/** Below the lowest share the check takes as ordinary nobody is asked. */
const isAsked = ({ n, k }: Tally, { tolerance }: Check) => n >= SMALLEST_N && 1000 * k > (tolerance?.floor ?? 0) * n;

function settleTally(tally: Tally, check: Check): void {
  if (!isAsked(tally, check)) tally.hits.length = 0;
}

/**
 * Takes from a unit of which nothing more comes what no check can ask about: single minutes and clicks, and codes of dossiers of those
 * who are not asked. It is judged as before; what is left does not grow with its dossiers.
 */
export function settleUnit({ dates, officers }: UnitSums): void {
  for (const [minute, { k }] of dates.overdueMinutes) if (k < FEWEST_OVERDUE) dates.overdueMinutes.delete(minute);
  for (const minute of dates.minutes.keys()) if (!dates.overdueMinutes.has(minute)) dates.minutes.delete(minute);
  settleTally(dates.moved, movedDates);
  settleTally(dates.receipt, receiptDate);
  // Of those scored above a unit is asked as well, by what its officers have in common.
  const isUnitAsked = isAsked(pooled([...officers.values()].map(({ self }) => self.above)), selfAbove);
  for (const { self, dates: ofOfficer } of officers.values()) {
    settleTally(self.line, straightLine);
    settleTally(self.max, allMaximum);
    settleTally(self.early, scoredBeforeResult);
    settleTally(ofOfficer.moved, movedDates);
    if (!isUnitAsked) settleTally(self.above, selfAbove);
    if (busiestWindow(self.moments).k < MOST_IN_WINDOW) self.moments.length = 0;
  }
}
