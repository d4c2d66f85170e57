import type { PublishedTable } from '#rules/published-table.ts';
import type { Db, Statement } from './db.ts';

/** An older report with where it stands. */
export interface KeptTable {
  readonly table: PublishedTable;
  /** Our own period it is read beside; `null` = none. */
  readonly period: string | null;
  /** `draft` = only the province reads it. */
  readonly state: 'draft' | 'public';
  /** `null` = kept before this was written down. */
  readonly enteredBy: string | null;
  readonly enteredAt: string | null;
}

/** Older reports of the tenant, kept as published; newest first. */
export async function keptTables(db: Db, tenant: string): Promise<KeptTable[]> {
  const rows = await db.all<Omit<KeptTable, 'table'> & { body: string }>(
    `select body, period, state, entered_by as "enteredBy", entered_at as "enteredAt" from published_tables
     where tenant = ? order by id`,
    [tenant],
  );
  return rows
    .map(({ body, ...rest }) => ({ table: JSON.parse(body) as PublishedTable, ...rest }))
    .sort((a, b) => (a.table.source.date < b.table.source.date ? 1 : -1));
}

/** The tables themselves; `publicOnly` those that anybody may read. */
export async function publishedTables(db: Db, tenant: string, publicOnly = false): Promise<PublishedTable[]> {
  return (await keptTables(db, tenant))
    .filter(({ state }) => !publicOnly || state === 'public')
    .map(({ table }) => table);
}

/**
 * Keeps a table as typed. It is a draft from then on, also one that was public: what anybody reads was looked at as it is.
 * @param period `undefined` = as it was; `null` = beside none.
 */
export function putPublishedTable(
  tenant: string,
  table: PublishedTable,
  by: { readonly actor: string; readonly at: Date | null },
  period?: string | null,
): Statement {
  const beside = period === undefined ? '' : ', period = excluded.period';
  return {
    sql: `insert into published_tables (tenant, id, body, period, state, entered_by, entered_at) values (?, ?, ?, ?, 'draft', ?, ?)
      on conflict (tenant, id) do update set body = excluded.body, state = 'draft', entered_by = excluded.entered_by,
        entered_at = excluded.entered_at${beside}`,
    params: [tenant, table.id, JSON.stringify(table), period ?? null, by.actor, by.at?.toISOString() ?? null],
  };
}

/** Shows a table to the public, or takes it back. */
export function setTableState(tenant: string, id: string, state: KeptTable['state']): Statement {
  return {
    sql: 'update published_tables set state = ? where tenant = ? and id = ?',
    params: [state, tenant, id],
  };
}

export function deletePublishedTable(tenant: string, id: string): Statement {
  return { sql: 'delete from published_tables where tenant = ? and id = ?', params: [tenant, id] };
}
