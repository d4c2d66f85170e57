import type { PublicUnit } from '#wire/results.ts';
import type { Db } from '../store/db.ts';
import type { StoredPeriod } from '../store/periods.ts';
import { answerFamilies, unitsApart } from './answer-families.ts';
import { closedPeriod } from './closed-period.ts';
import { rankedUnits } from './ranked-units.ts';

/**
 * The shown units with interval and tier. An interval is worked out of how many answered each question, so it is told only where
 * those counts are public by unit; a tier only where ranks are, for it would tell where a hidden unit stands.
 */
export async function withPublicRanges(
  db: Db,
  tenant: string,
  period: StoredPeriod,
  units: readonly PublicUnit[],
): Promise<readonly PublicUnit[]> {
  const shown = units.filter(({ hidden }) => !hidden).map(({ unit }) => unit);
  const families = await answerFamilies(db, tenant, period, []);
  if (!families || !unitsApart(shown, families)) return units;
  const closed = await closedPeriod(db, tenant, period, shown);
  if (!closed) return units;
  const ranks = new Map(units.map(({ unit, rank }) => [unit, rank]));
  const results = closed.results.map((result) => ({ ...result, rank: ranks.get(result.unit) ?? null }));
  const ranked = new Map(rankedUnits({ ...closed, results }).map((unit) => [unit.unit, unit]));
  return units.map((unit): PublicUnit => {
    const { total, tier } = ranked.get(unit.unit) ?? {};
    const { low, high } = total ?? { low: null, high: null };
    return low === null || high === null ? unit : { ...unit, interval: { low, high }, tier: tier ?? null };
  });
}
