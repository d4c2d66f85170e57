import pg from 'pg';
import type { Database } from '../../server/database.ts';
import type { Db } from '../../server/store/db.ts';
import { postgresSql } from '../../server/store/postgres-sql.ts';

/** How PostgreSQL would run `sql` if a table were too large to be read whole; values are not looked at. */
async function postgresPlan(url: string, sql: string): Promise<string[]> {
  const client = new pg.Client(url);
  await client.connect();
  try {
    await client.query('set enable_seqscan = off; set enable_bitmapscan = off; set enable_sort = off');
    const { rows } = await client.query<{ 'QUERY PLAN': string }>(
      `explain (generic_plan, costs off) ${postgresSql(sql)}`,
    );
    return rows.map((row) => row['QUERY PLAN'].trim());
  } finally {
    await client.end();
  }
}

/** The steps by which the engine finds the rows of `sql`, in its own words. */
export async function planOf({ db, database }: { db: Db; database: Database }, sql: string): Promise<string[]> {
  if (database.engine === 'postgres') return postgresPlan(database.url, sql);
  const n = postgresSql(sql).match(/\$\d+/g)?.length ?? 0;
  const rows = await db.all<{ detail: string }>(`explain query plan ${sql}`, Array<null>(n).fill(null));
  return rows.map(({ detail }) => detail);
}

const PASS = /^(?:->\s+)?(?:Seq Scan|(?:Parallel )?Index(?: Only)? Scan(?: Backward)? using \w+) on (\w+)(?: (\w+))?$/;

/** Tables `plan` walks through from end to end, by the name the statement gives them. */
export function walked(plan: readonly string[]): string[] {
  return plan.flatMap((line, i) => {
    const sqlite = /^SCAN (?!CONSTANT ROW)(\S+)/.exec(line)?.[1];
    if (sqlite) return [sqlite];
    const [, table, alias] = PASS.exec(line) ?? [];
    return table && !plan[i + 1]?.startsWith('Index Cond:') ? [alias ?? table] : [];
  });
}
