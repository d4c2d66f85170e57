import type { IsoDate } from '#rules/law.ts';
import type { Db, Statement } from './db.ts';

const PREFIX = 'responses/';
/** Of the names that do not begin so the first. */
const AFTER_PREFIX = 'responses0';
const nameOf = (period: string) => `${PREFIX}${period}`;

/** The next free response number of each period of which one was given out; before that it is 1. */
export async function nextNumbers(db: Db, tenant: string): Promise<Map<string, number>> {
  const rows = await db.all<{ name: string; next: number }>(
    'select name, next from sequences where tenant = ? and name >= ? and name < ?',
    [tenant, PREFIX, AFTER_PREFIX],
  );
  return new Map(rows.map(({ name, next }) => [name.slice(PREFIX.length), next]));
}

/**
 * Moves the numbering on from `from` to `next` while the period is open. In a period no longer open, or when another process has
 * given out numbers since, it would become null, which the column refuses: the whole transaction falls, so nothing ever enters a
 * closed period and no number is given twice.
 */
export function advance(tenant: string, period: string, from: number, next: number): Statement[] {
  const name = nameOf(period);
  return [
    {
      sql: 'insert into sequences (tenant, name, next) values (?, ?, 1) on conflict (tenant, name) do nothing',
      params: [tenant, name],
    },
    {
      sql: `update sequences set next = (
          select cast(? as integer) from periods p
          where p.tenant = ? and p.period = ? and p.state = 'open' and sequences.next = ?)
        where tenant = ? and name = ?`,
      params: [next, tenant, period, from, tenant, name],
    },
  ];
}

/** Lets the transaction through only while the period is open and the receipt of `idHash` still stands for `bodyHash`. */
export function holdUnchanged(tenant: string, period: string, idHash: string, bodyHash: string): Statement {
  return {
    sql: `update sequences set next = (
        select s.next from sequences s
        join periods p on p.tenant = s.tenant and p.period = ? and p.state = 'open'
        join receipts r on r.tenant = s.tenant and r.id_hash = ? and r.body_hash = ?
        where s.tenant = ? and s.name = ?)
      where tenant = ? and name = ?`,
    params: [period, idHash, bodyHash, tenant, nameOf(period), tenant, nameOf(period)],
  };
}

/**
 * Removes the numbering of a closed period, which tells how many answers were erased, and how many survey links each issuer made on
 * each day before `to`.
 */
export function deleteNumbers(tenant: string, period: string, to: IsoDate): Statement {
  return {
    sql: `delete from sequences where tenant = ? and (name = ?
      or (name like 'invitations/%' and substr(name, length(name) - 9) < ?))`,
    params: [tenant, nameOf(period), to],
  };
}
