import type { IsoDate } from '#rules/law.ts';
import type { Db } from './db.ts';

// That people answered, by unit; nothing here reads what they said.

/** How many answered on one day. */
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

/** Of one unit and procedure. */
export interface ProcedureCount {
  readonly unit: string;
  readonly procedure: string;
  readonly n: number;
}

/** Answers after the result with a dossier behind them, by procedure. */
export function procedureAnswers(db: Db, tenant: string, period: string): Promise<ProcedureCount[]> {
  return db.all(
    `select unit, procedure, count(*) as n from responses
     where tenant = ? and period = ? and stage = 'returned' and proof <> 'open' and procedure is not null
     group by unit, procedure order by unit, procedure`,
    [tenant, period],
  );
}

/** Dossiers that ended in [from, to), by procedure. */
export function procedureDossiers(db: Db, tenant: string, from: IsoDate, to: IsoDate): Promise<ProcedureCount[]> {
  return db.all(
    `select d.unit, d.procedure, count(*) as n
     from units u cross join dossiers d on d.tenant = u.tenant and d.unit = u.unit
     where u.tenant = ? and d.ended_day >= ? and d.ended_day < ? and d.procedure is not null
     group by d.unit, d.procedure order by d.unit, d.procedure`,
    [tenant, from, to],
  );
}

/** Days on which the province or the unit sent at least `smallest` links out for one unit. */
export function linkRounds(
  db: Db,
  tenant: string,
  smallest: number,
): Promise<{ readonly unit: string; readonly day: IsoDate }[]> {
  return db.all(
    `select unit, created_at as day from invitations
     where tenant = ? and issuer >= 'province:' and issuer < 'province;'
     group by unit, created_at having count(*) >= ? order by unit, created_at`,
    [tenant, smallest],
  );
}

/** Answers of `period` tied to a dossier code, by unit; possible while its links exist. */
export function linkedAnswers(
  db: Db,
  tenant: string,
  period: string,
): Promise<{ readonly unit: string; readonly n: number }[]> {
  return db.all(
    `select r.unit, count(*) as n from links l
     join responses r on r.tenant = l.tenant and r.period = l.period and r.seq = l.seq
     where l.tenant = ? and l.period = ? group by r.unit order by r.unit`,
    [tenant, period],
  );
}
