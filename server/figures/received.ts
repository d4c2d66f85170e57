import type { IsoDate } from '#rules/law.ts';
import type { Received } from '#wire/results.ts';
import type { Db } from '../store/db.ts';
import { openPeriodOn } from '../store/periods.ts';

/**
 * How many answers have arrived, by unit, in the period open on `day`. Counts alone: shares wait for the close, so that
 * nobody can watch a running figure move with one person's answer.
 */
export async function received(db: Db, tenant: string, unit: string | null, day: IsoDate): Promise<Received> {
  const period = await openPeriodOn(db, tenant, day);
  const [from, to] = period ? [period.from, period.to] : [day, `${day}~`];
  const units = await db.all<{ unit: string; name: string; n: number; today: number }>(
    `select u.unit, u.name, coalesce(sum(d.n), 0) as n, coalesce(sum(case when d.day = ? then d.n else 0 end), 0) as today
     from units u left join day_counts d on d.tenant = u.tenant and d.unit = u.unit and d.day >= ? and d.day < ?
     where u.tenant = ? and (u.unit = ? or u.parent = ? or ? is null)
     group by u.unit, u.name order by u.name`,
    [day, from, to, tenant, unit, unit, unit],
  );
  return {
    period: period?.period ?? null,
    total: units.reduce((sum, u) => sum + u.n, 0),
    today: units.reduce((sum, u) => sum + u.today, 0),
    units: units.map(({ unit: code, name, n }) => ({ unit: code, name, n })),
  };
}
