import type { IsoDate } from '#rules/law.ts';
import type { Received } from '#wire/results.ts';
import type { Db } from '../store/db.ts';
import { openPeriodOn, partsOf, periodsOf, type StoredPeriod } from '../store/periods.ts';

const OF_DAYS = `select unit, sum(n) as n from day_counts
  where tenant = ? and unit in (select unit from units where tenant = ?) and day >= ? and day < ? group by unit`;
const OF_ROWS = 'select unit, count(*) as n from responses where tenant = ? and period = ? group by unit';

/**
 * By unit, counted by day and not from the answers themselves. Where another period has days of this one, open before or of a kind of its
 * own, only the answers tell which of the two they went to.
 */
async function byUnit(db: Db, tenant: string, { period, from, to }: StoredPeriod): Promise<Map<string, number>> {
  const others = await periodsOf(db, tenant);
  const shared = others.some(
    (other) => other.period !== period && other.from < to && other.to > from && partsOf(other).length === 0,
  );
  const rows = await (shared
    ? db.all<{ unit: string; n: number }>(OF_ROWS, [tenant, period])
    : db.all<{ unit: string; n: number }>(OF_DAYS, [tenant, tenant, from, to]));
  return new Map(rows.map(({ unit, n }) => [unit, n]));
}

/**
 * How many answers the period open on `day` holds, by unit: those counted in it, as the check before the close says them;
 * `today` counts those of the day. Counts alone: shares wait for the close, so that nobody can watch a running figure move
 * with one person's answer.
 */
export async function received(db: Db, tenant: string, unit: string | null, day: IsoDate): Promise<Received> {
  const period = await openPeriodOn(db, tenant, day);
  const counts = period ? await byUnit(db, tenant, period) : new Map<string, number>();
  const units = await db.all<{ unit: string; name: string; today: number }>(
    `select u.unit, u.name, coalesce(d.n, 0) as today from units u
     left join day_counts d on d.tenant = u.tenant and d.unit = u.unit and d.day = ?
     where u.tenant = ? and (u.unit = ? or u.parent = ? or cast(? as text) is null)
     order by u.name`,
    [day, tenant, unit, unit, unit],
  );
  const shown = units.map(({ unit: code, name }) => ({ unit: code, name, n: counts.get(code) ?? 0 }));
  return {
    period: period?.period ?? null,
    total: shown.reduce((sum, { n }) => sum + n, 0),
    today: units.reduce((sum, { today }) => sum + today, 0),
    units: shown,
  };
}
