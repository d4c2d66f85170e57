import type { Db, Statement } from './db.ts';

/** One time the public was, or was to be, shown a snapshot of a period. Instants are UTC. */
export interface Publication {
  readonly seq: number;
  readonly snapshot: string;
  readonly shownFrom: string;
  /** Why figures that do not add up are shown all the same. */
  readonly faultReason: string | null;
  /** `null` = it runs. */
  readonly endedAs: 'cancelled' | 'corrected' | 'withdrawn' | null;
  readonly endedAt: string | null;
}

/** Oldest first. */
export function publicationsOf(db: Db, tenant: string, period: string): Promise<Publication[]> {
  return db.all(
    `select seq, snapshot, shown_from as "shownFrom", fault_reason as "faultReason", ended_as as "endedAs",
       ended_at as "endedAt" from publications where tenant = ? and period = ? order by seq`,
    [tenant, period],
  );
}

/** Whether the public could read it at some time until `at`. */
export function wasShown({ shownFrom, endedAt }: Publication, at: Date): boolean {
  return shownFrom <= at.toISOString() && (endedAt === null || shownFrom <= endedAt);
}

/** The next publication of the period; ends none (`endPublication`). */
export function insertPublication(
  tenant: string,
  period: string,
  p: Pick<Publication, 'snapshot' | 'shownFrom' | 'faultReason'>,
  by: string,
  at: Date,
): Statement {
  return {
    sql: `insert into publications (tenant, period, seq, snapshot, shown_from, fault_reason, ordered_by, ordered_at)
      select ?, ?, 1 + coalesce((select max(seq) from publications where tenant = ? and period = ?), 0), ?, ?, ?, ?, ?`,
    params: [tenant, period, tenant, period, p.snapshot, p.shownFrom, p.faultReason, by, at.toISOString()],
  };
}

/** Ends the running publication of the period, if there is one. */
export function endPublication(
  tenant: string,
  period: string,
  as: NonNullable<Publication['endedAs']>,
  by: string,
  at: Date,
  reason: string | null,
): Statement {
  return {
    sql: `update publications set ended_as = ?, ended_at = ?, ended_by = ?, end_reason = ?
      where tenant = ? and period = ? and ended_as is null`,
    params: [as, at.toISOString(), by, reason, tenant, period],
  };
}
