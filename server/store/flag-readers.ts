import type { Db, Statement } from './db.ts';
import { inList } from './in-list.ts';

/** How many people have opened each of `flags`, in whatever snapshot of the period; who is not there was opened by nobody. */
export async function flagReaders(
  db: Db,
  tenant: string,
  period: string,
  flags: readonly string[],
): Promise<Map<string, number>> {
  const list = inList(flags);
  const rows = await db.all<{ flag: string; n: number }>(
    `select flag, count(*) as n from flag_readers where tenant = ? and period = ? and flag ${list.sql} group by flag`,
    [tenant, period, ...list.params],
  );
  return new Map(rows.map(({ flag, n }) => [flag, n]));
}

/** Whoever opened it before stays one reader; for the transaction of the entry in the log. */
export function insertFlagReader(tenant: string, period: string, flag: string, actor: string): Statement {
  return {
    sql: `insert into flag_readers (tenant, period, flag, actor) values (?, ?, ?, ?)
      on conflict (tenant, period, flag, actor) do nothing`,
    params: [tenant, period, flag, actor],
  };
}
