import type { IsoDate } from '#rules/law.ts';
import type { Db } from './db.ts';

/** How many answered on one day about one unit; never what. */
export interface DayAnswers {
  readonly unit: string;
  readonly day: IsoDate;
  /** All, and those not on paper: a pile of forms is typed in on one day. */
  readonly n: number;
  readonly unprinted: number;
}

/** Every answer of `period`, at whichever stage and whatever stands behind it, by unit and day. */
export function dayAnswers(db: Db, tenant: string, period: string): Promise<DayAnswers[]> {
  return db.all(
    `select unit, day, count(*) as n, sum(case when channel = 'paper' then 0 else 1 end) as unprinted
     from responses where tenant = ? and period = ? group by unit, day order by unit, day`,
    [tenant, period],
  );
}
