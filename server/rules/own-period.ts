import type { Citation, IsoDate } from './law.ts';
import { contains, custom, type Period } from './period.ts';
import type { PointsRuleset } from './rulesets/ruleset.ts';

/**
 * The period of a province's own in which `day` falls, as its published results name it; `null` where they name none: before the
 * first, after the last, and in the days between two.
 */
export function ownPeriod(ruleset: PointsRuleset, day: IsoDate): { period: Period; cite: Citation } | null {
  for (const { from, last, cite } of ruleset.periods) {
    const period = custom(from, last);
    if (contains(period, day)) return { period, cite };
  }
  return null;
}
