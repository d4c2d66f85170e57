import { INDICATOR_IDS } from '#rules/finding.ts';
import { SMALLEST_GROUP } from '../figures/suppress.ts';
import type { UnitGathered } from './unit-tally.ts';

/**
 * Indicator → the officers whose share of the citizens' answers is kept: each of at least 5, and what is left of the unit's answers
 * when all of theirs are taken away is again at least 5, or nothing. Otherwise the smallest would be told by subtraction, so the
 * smallest of those kept is dropped with them.
 */
export function keptOfficers({ tally, officers }: UnitGathered): Map<number, ReadonlySet<string>> {
  const whole = tally.sums.citizen.aggregate();
  const shares = [...officers].map(([officer, { sums }]) => ({ officer, share: sums.citizen.aggregate() }));
  return new Map(
    INDICATOR_IDS.map((id) => {
      const kept = shares
        .map(({ officer, share }) => ({ officer, n: share[id].n }))
        .filter(({ n }) => n >= SMALLEST_GROUP)
        .sort((a, b) => b.n - a.n || (a.officer < b.officer ? -1 : 1));
      const rest = () => whole[id].n - kept.reduce((sum, { n }) => sum + n, 0);
      while (kept.length > 0 && rest() > 0 && rest() < SMALLEST_GROUP) kept.pop();
      return [id, new Set(kept.map(({ officer }) => officer))];
    }),
  );
}
