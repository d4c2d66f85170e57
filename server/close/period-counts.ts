import { NATIONAL_CALENDAR } from '#rules/calendar/calendar.ts';
import type { Choices } from '#rules/choices.ts';
import { type Db, oneOrNull } from '../store/db.ts';
import { MEMBER_COLUMN } from '../store/period-dossiers.ts';
import type { StoredPeriod } from '../store/periods.ts';

type Membership = Choices['period.membership'];

/** What the dossiers of one unit that belong to a period lack, in numbers of dossiers. */
export interface UnitCounts {
  readonly unit: string;
  readonly dossiers: number;
  readonly unpromised: number;
  /** Received or promised on a day the calendar of days off does not cover. */
  readonly outside: number;
  readonly selfScored: number;
}

/** Unit by unit, in this order: every index by which dossiers are found in a period leads with the unit. */
const DOSSIERS = 'units u cross join dossiers d on d.tenant = u.tenant and d.unit = u.unit';

/** By unit; a unit of which nothing belongs to the period is not there. One pass over the dossiers of the period. */
export function unitCounts(
  db: Db,
  tenant: string,
  { from, to }: StoredPeriod,
  membership: Membership,
): Promise<UnitCounts[]> {
  const { covered } = NATIONAL_CALENDAR;
  const column = MEMBER_COLUMN[membership];
  return db.all(
    `select d.unit, count(*) as dossiers, sum(case when d.promised is null then 1 else 0 end) as unpromised,
       sum(case when d.received < ? or d.received >= ? or d.promised < ? or d.promised >= ? then 1 else 0 end) as outside,
       sum(case when (select s.points from self_scores s where s.tenant = d.tenant and s.dossier = d.code
         order by s.revision desc limit 1) <> '{}' then 1 else 0 end) as "selfScored"
     from ${DOSSIERS} where u.tenant = ? and d.${column} >= ? and d.${column} < ? group by d.unit`,
    [covered.from, covered.to, covered.from, covered.to, tenant, from, to],
  );
}

/** Dossiers that lack the day they would belong to a period by, so that they count in none. */
const UNDATED: Readonly<Record<Membership, string>> = {
  ended: "d.ended_day is null and d.state in ('ready', 'returned', 'stopped', 'refused', 'withdrawn')",
  received: 'd.received is null',
  returned: "d.returned is null and d.state in ('returned', 'stopped', 'refused', 'withdrawn')",
};

/** How many lack that day; told in the period they were promised for, or known of otherwise, and in every one where nothing is. */
export async function undatedCount(
  db: Db,
  tenant: string,
  { from, to }: StoredPeriod,
  membership: Membership,
): Promise<number> {
  const day = 'coalesce(d.promised, d.ready, d.received)';
  const row = await oneOrNull<{ n: number }>(
    db,
    `select count(*) as n from ${DOSSIERS} where u.tenant = ? and ${UNDATED[membership]} and (${day} is null or (${day} >= ? and ${day} < ?))`,
    [tenant, from, to],
  );
  return row?.n ?? 0;
}

/** Dossiers that belong to the period by their day: about as many as a close reads. */
export async function expectedDossiers(
  db: Db,
  tenant: string,
  { from, to }: Pick<StoredPeriod, 'from' | 'to'>,
  membership: Membership,
): Promise<number> {
  const column = MEMBER_COLUMN[membership];
  const row = await oneOrNull<{ n: number }>(
    db,
    `select count(*) as n from ${DOSSIERS} where u.tenant = ? and d.${column} >= ? and d.${column} < ?`,
    [tenant, from, to],
  );
  return row?.n ?? 0;
}

/** Answers given in the period, whatever they are about. */
export async function expectedAnswers(db: Db, tenant: string, period: string): Promise<number> {
  const row = await oneOrNull<{ n: number }>(
    db,
    'select count(*) as n from responses where tenant = ? and period = ?',
    [tenant, period],
  );
  return row?.n ?? 0;
}
