import { createHash } from 'node:crypto';
import type { Db, Statement } from './db.ts';

/** One piece of advice of the check that was read and left as it is. */
export interface Acknowledgement {
  readonly item: string;
  readonly code: string;
  readonly message: string;
  readonly reason: string;
  readonly actor: string;
  readonly at: string;
}

/** Recognises advice by all its words: with another number in it, it is to be read anew. */
export function itemOf(code: string, message: string): string {
  return createHash('sha256')
    .update(JSON.stringify([code, message]))
    .digest('hex')
    .slice(0, 32);
}

/** The newest of each item given until `until` (UTC), oldest first. Earlier ones stay on record. */
export async function acknowledgementsOf(
  db: Db,
  tenant: string,
  period: string,
  until = '9999',
): Promise<Acknowledgement[]> {
  const rows = await db.all<Acknowledgement>(
    `select item, code, message, reason, actor, at from acknowledgements
     where tenant = ? and period = ? and at <= ? order by at, item`,
    [tenant, period, until],
  );
  return [...new Map(rows.map((row) => [row.item, row])).values()];
}

export function insertAcknowledgement(tenant: string, period: string, a: Acknowledgement): Statement {
  return {
    sql: `insert into acknowledgements (tenant, period, item, at, code, message, reason, actor)
      values (?, ?, ?, ?, ?, ?, ?, ?) on conflict (tenant, period, item, at) do nothing`,
    params: [tenant, period, a.item, a.at, a.code, a.message, a.reason, a.actor],
  };
}
