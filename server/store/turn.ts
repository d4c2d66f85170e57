import { type Db, oneOrNull, type Statement } from './db.ts';

/** How often something was written under `name`; for work that reads, decides and writes. */
export async function readTurn(db: Db, tenant: string, name: string): Promise<number> {
  const row = await oneOrNull<{ next: number }>(db, 'select next from sequences where tenant = ? and name = ?', [
    tenant,
    name,
  ]);
  return row?.next ?? 1;
}

/**
 * Lets the transaction through only if nobody wrote under `name` since `turn` was read, in this process or another. Otherwise the
 * number would become null, which the column refuses: what was decided on rows that have changed is planned anew (`replanned`).
 */
export function takeTurn(tenant: string, name: string, turn: number): Statement[] {
  return [
    {
      sql: 'insert into sequences (tenant, name, next) values (?, ?, 1) on conflict (tenant, name) do nothing',
      params: [tenant, name],
    },
    {
      sql: 'update sequences set next = case when next = ? then next + 1 end where tenant = ? and name = ?',
      params: [turn, tenant, name],
    },
  ];
}
