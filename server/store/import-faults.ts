import type { ImportFault } from '#wire/import.ts';
import type { Db, Statement } from './db.ts';

/** Numbered as they were met; `n` from 1. */
export function insertImportFault(tenant: string, id: string, n: number, fault: ImportFault): Statement {
  return {
    sql: `insert into import_faults (tenant, import, n, row, column_name, kind, code, message)
      values (?, ?, ?, ?, ?, ?, ?, ?)`,
    params: [tenant, id, n, fault.row, fault.column, fault.kind, fault.code, fault.message],
  };
}

/** How many are kept of the import. */
export async function keptFaults(db: Db, tenant: string, id: string): Promise<number> {
  const [row] = await db.all<{ n: number }>(
    'select coalesce(max(n), 0) as n from import_faults where tenant = ? and import = ?',
    [tenant, id],
  );
  return row?.n ?? 0;
}

/** A page of the faults as they were met, after the `after`-th. */
export function faultsAfter(
  db: Db,
  tenant: string,
  id: string,
  after: number,
  limit: number,
): Promise<(ImportFault & { n: number })[]> {
  return db.all(
    `select n, row, column_name as "column", kind, code, message from import_faults
     where tenant = ? and import = ? and n > ? order by n limit ?`,
    [tenant, id, after, limit],
  );
}
