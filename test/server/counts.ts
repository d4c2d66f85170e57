import type { Db } from '../../server/store/db.ts';

/** What the counts of a tenant say beside what its rows say. Every response answers `overall` in these tests. */
export async function counted(db: Db, tenant = 'mau') {
  const one = async (sql: string) => (await db.all<{ n: number }>(sql, [tenant]))[0]?.n ?? 0;
  return {
    rows: await one('select count(*) as n from responses where tenant = ?'),
    receipts: await one('select count(*) as n from receipts where tenant = ? and seq is not null'),
    links: await one('select count(*) as n from links where tenant = ?'),
    overall: await one("select coalesce(sum(n), 0) as n from tallies where tenant = ? and question = 'overall'"),
    byDay: await one('select coalesce(sum(n), 0) as n from day_counts where tenant = ?'),
    negative: await one('select count(*) as n from tallies where tenant = ? and n < 0'),
  };
}

/** Tallies of `question` in `mau`, as `{ option: n }`, options at 0 left out. */
export async function tallyOf(db: Db, question: string): Promise<Record<string, number>> {
  const rows = await db.all<{ option: string; n: number }>(
    `select option, sum(n) as n from tallies where tenant = 'mau' and question = ? group by option having sum(n) <> 0`,
    [question],
  );
  return Object.fromEntries(rows.map((row) => [row.option, row.n]));
}
