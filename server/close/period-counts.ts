import { NATIONAL_CALENDAR } from '#rules/calendar/calendar.ts';
import { type Db, oneOrNull } from '../store/db.ts';
import type { StoredPeriod } from '../store/periods.ts';

/** What the dossiers of one unit that ended in a period lack, in numbers of dossiers. */
export interface UnitCounts {
  readonly unit: string;
  readonly dossiers: number;
  readonly unpromised: number;
  /** Received or promised on a day the calendar of days off does not cover. */
  readonly outside: number;
  readonly selfScored: number;
}

/** By unit; a unit in which nothing ended is not there. One pass over the dossiers of the period. */
export function unitCounts(db: Db, tenant: string, { from, to }: StoredPeriod): Promise<UnitCounts[]> {
  const { covered } = NATIONAL_CALENDAR;
  return db.all(
    `select d.unit, count(*) as dossiers, sum(case when d.promised is null then 1 else 0 end) as unpromised,
       sum(case when d.received < ? or d.received >= ? or d.promised < ? or d.promised >= ? then 1 else 0 end) as outside,
       sum(case when exists (select 1 from self_scores s where s.tenant = d.tenant and s.dossier = d.code)
         then 1 else 0 end) as "selfScored"
     from dossiers d where d.tenant = ? and d.ended_day >= ? and d.ended_day < ? group by d.unit`,
    [covered.from, covered.to, covered.from, covered.to, tenant, from, to],
  );
}

/**
 * Dossiers that ended on a day the records do not give, so that they count in no period; told in the period they were
 * promised for, or received in, and in every one where neither is known.
 */
export async function undatedCount(db: Db, tenant: string, { from, to }: StoredPeriod): Promise<number> {
  const row = await oneOrNull<{ n: number }>(
    db,
    `select count(*) as n from dossiers where tenant = ? and ended_day is null
       and state in ('ready', 'returned', 'stopped', 'refused', 'withdrawn')
       and (coalesce(promised, received) is null or (coalesce(promised, received) >= ? and coalesce(promised, received) < ?))`,
    [tenant, from, to],
  );
  return row?.n ?? 0;
}
