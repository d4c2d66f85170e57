import type { Db, Statement } from './db.ts';

/** What a snapshot made after the seal corrects, in words for the public. */
export interface Erratum {
  readonly snapshot: string;
  readonly previous: string;
  /** The snapshot the public had last seen; `null` = it had seen none. */
  readonly shown: string | null;
  readonly erratum: string;
  readonly at: string;
}

/** Of every snapshot of the period, oldest first. */
export function errataOf(db: Db, tenant: string, period: string): Promise<Erratum[]> {
  return db.all(
    `select e.snapshot, e.previous, e.shown, e.erratum, e.ordered_at as "at" from snapshots s
     join errata e on e.tenant = s.tenant and e.snapshot = s.snapshot
     where s.tenant = ? and s.period = ? order by s.number`,
    [tenant, period],
  );
}

export function insertErratum(tenant: string, e: Erratum, by: string): Statement {
  return {
    sql: `insert into errata (tenant, snapshot, previous, shown, erratum, ordered_by, ordered_at)
      values (?, ?, ?, ?, ?, ?, ?)`,
    params: [tenant, e.snapshot, e.previous, e.shown, e.erratum, by, e.at],
  };
}
