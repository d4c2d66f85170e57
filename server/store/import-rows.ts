import type { Db, Statement } from './db.ts';
import { inList } from './in-list.ts';

/** What an import did with one item. */
export interface ImportedRow {
  /** The item's own key within its kind. */
  readonly item: string;
  /** Row of the file. */
  readonly row: number;
  readonly itemHash: string;
  readonly outcome: 'created' | 'updated' | 'repeated';
  /** JSON of the item before; `null` when it was new or nothing was changed. */
  readonly before: string | null;
  /** Hash of what the import made of it; `null` when nothing was changed. */
  readonly afterHash: string | null;
}

const SELECT = 'select item, row, item_hash as "itemHash", outcome, before, after_hash as "afterHash" from import_rows';

/** Where the import met those of `items` it has had already. */
export async function rowsGiven(
  db: Db,
  tenant: string,
  id: string,
  items: readonly string[],
): Promise<Map<string, Pick<ImportedRow, 'row' | 'itemHash'>>> {
  const list = inList(items);
  const rows = await db.all<Pick<ImportedRow, 'item' | 'row' | 'itemHash'>>(
    `select item, row, item_hash as "itemHash" from import_rows where tenant = ? and import = ? and item ${list.sql}`,
    [tenant, id, ...list.params],
  );
  return new Map(rows.map(({ item, ...rest }) => [item, rest]));
}

/** The next items to take back, after the item `after`. */
export function nextRows(db: Db, tenant: string, id: string, after: string, limit: number): Promise<ImportedRow[]> {
  return db.all(`${SELECT} where tenant = ? and import = ? and item > ? order by item limit ?`, [
    tenant,
    id,
    after,
    limit,
  ]);
}

export function insertImportRow(tenant: string, id: string, row: ImportedRow): Statement {
  return {
    sql: `insert into import_rows (tenant, import, item, row, item_hash, outcome, before, after_hash)
      values (?, ?, ?, ?, ?, ?, ?, ?)`,
    params: [tenant, id, row.item, row.row, row.itemHash, row.outcome, row.before, row.afterHash],
  };
}

export function deleteImportRows(tenant: string, id: string, items: readonly string[]): Statement {
  const list = inList(items);
  return {
    sql: `delete from import_rows where tenant = ? and import = ? and item ${list.sql}`,
    params: [tenant, id, ...list.params],
  };
}

/**
 * At the seal, before the receipts go: which forms on paper of `period` a file held. Their hashes are made of the answers, so they
 * could be tried out, and would tell day and order.
 */
export function deletePaperRows(tenant: string, period: string): Statement {
  return {
    sql: `delete from import_rows where tenant = ?
      and import in (select m.import from imports m where m.tenant = ? and m.kind = 'paper-forms')
      and item in (select substr(r.id_hash, 12) from receipts r where r.tenant = ? and r.period = ?)`,
    params: [tenant, tenant, tenant, period],
  };
}
