import type { Db } from './db.ts';

/**
 * Reserves `count` consecutive numbers of the tenant's sequence `name` and returns the first. Numbers start at 1; a
 * caller that fails afterwards leaves a gap, never a repeat.
 */
export async function takeSequence(db: Db, tenant: string, name: string, count: number): Promise<number> {
  const rows = await db.all<{ next: number }>(
    `insert into sequences (tenant, name, next) values (?, ?, ?)
     on conflict (tenant, name) do update set next = sequences.next + ? returning next`,
    [tenant, name, count + 1, count],
  );
  return (rows[0]?.next ?? count + 1) - count;
}
