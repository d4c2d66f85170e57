import { FEWEST_OVERDUE } from '../bulk-completion.ts';
import { SMALLEST_N } from '../check.ts';
import { CHECKS } from '../index.ts';
import { busiestWindow, MOST_IN_WINDOW } from '../score-burst.ts';
import type { Tally, UnitSums } from '../sums.ts';
import { pooled } from './tally.ts';

/** Below the lowest share any check takes as ordinary nobody is asked. */
const LOWEST = Math.min(...CHECKS.flatMap(({ tolerance }) => tolerance?.floor ?? []));

const isAsked = ({ n, k }: Tally) => n >= SMALLEST_N && 1000 * k > LOWEST * n;

function settleTally(tally: Tally): void {
  if (!isAsked(tally)) tally.hits.length = 0;
}

/**
 * Takes from a unit of which nothing more comes what no check can ask about: single minutes and clicks, and codes of dossiers of those
 * who are not asked. It is judged as before; what is left does not grow with its dossiers.
 */
export function settleUnit({ dates, officers }: UnitSums): void {
  for (const [minute, { k }] of dates.overdueMinutes) if (k < FEWEST_OVERDUE) dates.overdueMinutes.delete(minute);
  for (const minute of dates.minutes.keys()) if (!dates.overdueMinutes.has(minute)) dates.minutes.delete(minute);
  settleTally(dates.moved);
  settleTally(dates.receipt);
  // Of those scored above a unit is asked as well, by what its officers have in common.
  const isUnitAsked = isAsked(pooled([...officers.values()].map(({ self }) => self.above)));
  for (const { self, dates: ofOfficer } of officers.values()) {
    for (const tally of [self.line, self.max, self.early, ofOfficer.moved]) settleTally(tally);
    if (!isUnitAsked) settleTally(self.above);
    if (busiestWindow(self.moments).k < MOST_IN_WINDOW) self.moments.length = 0;
  }
}
