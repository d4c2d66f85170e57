import type { IsoDate } from '#rules/law.ts';
import type { Received } from '#wire/results.ts';
import type { Db } from '../store/db.ts';
import { openPeriodOn } from '../store/periods.ts';

/**
 * How many answers the period open on `day` holds, by unit: those counted in it, as the check before the close says them;
 * `today` counts those of the day. Counts alone: shares wait for the close, so that nobody can watch a running figure move
 * with one person's answer.
 */
export async function received(db: Db, tenant: string, unit: string | null, day: IsoDate): Promise<Received> {
  const period = await openPeriodOn(db, tenant, day);
  const units = await db.all<{ unit: string; name: string; n: number; today: number }>(
    `select u.unit, u.name, coalesce(r.n, 0) as n, coalesce(d.n, 0) as today from units u
     left join (select unit, count(*) as n from responses where tenant = ? and period = ? group by unit) as r
       on r.unit = u.unit
     left join day_counts d on d.tenant = u.tenant and d.unit = u.unit and d.day = ?
     where u.tenant = ? and (u.unit = ? or u.parent = ? or cast(? as text) is null)
     order by u.name`,
    [tenant, period?.period ?? '', day, tenant, unit, unit, unit],
  );
  return {
    period: period?.period ?? null,
    total: units.reduce((sum, u) => sum + u.n, 0),
    today: units.reduce((sum, u) => sum + u.today, 0),
    units: units.map(({ unit: code, name, n }) => ({ unit: code, name, n })),
  };
}
