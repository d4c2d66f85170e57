import type { PublishedTable } from '#rules/published-table.ts';
import type { Db, Statement } from './db.ts';

/** Older reports of the tenant, kept as published; newest first. */
export async function publishedTables(db: Db, tenant: string): Promise<PublishedTable[]> {
  const rows = await db.all<{ body: string }>('select body from published_tables where tenant = ? order by id', [
    tenant,
  ]);
  return rows
    .map((row) => JSON.parse(row.body) as PublishedTable)
    .sort((a, b) => (a.source.date < b.source.date ? 1 : -1));
}

export function putPublishedTable(tenant: string, table: PublishedTable): Statement {
  return {
    sql: `insert into published_tables (tenant, id, body) values (?, ?, ?)
      on conflict (tenant, id) do update set body = excluded.body`,
    params: [tenant, table.id, JSON.stringify(table)],
  };
}
