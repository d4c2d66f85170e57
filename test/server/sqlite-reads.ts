import type { Db } from '../../server/store/db.ts';
import { postgresSql } from '../../server/store/postgres-sql.ts';

/** How a statement comes by the rows of one table. */
export interface PlannedRead {
  readonly table: string;
  /** Columns of an index that are given; empty = every row is read. */
  readonly given: readonly string[];
  readonly detail: string;
}

/** What stands for a table in a statement, `dossiers d` or `dossiers`, as the plan names it. */
function tableOf(sql: string, name: string): string {
  const known = new RegExp(`\\b(?:from|join|update|into)\\s+(\\w+)(?:\\s+as)?\\s+${name}\\b`, 'i').exec(sql);
  const table = known?.[1] ?? name;
  return table.toLowerCase() === 'select' ? name : table;
}

/** A line of SQLite's plan. */
function readOf(sql: string, line: string): PlannedRead[] {
  const [, how, name = ''] = /^(SCAN|SEARCH) (\w+)/.exec(line) ?? [];
  // A list of values, or what a part of the statement made.
  if (!how || name === 'CONSTANT' || /AUTOMATIC/.test(line)) return [];
  const constraint = /\(([^()]*(?:\([^)]*\)[^()]*)*)\)(?: LEFT-JOIN)?$/.exec(line)?.[1] ?? '';
  const given =
    how === 'SCAN' ? [] : [...constraint.matchAll(/\b([a-z_]+)\b(?=[^?]*[=<>])/g)].map(([, column]) => column ?? '');
  return [{ table: tableOf(sql, name), given: [...new Set(given)], detail: line }];
}

/** How SQLite would run `sql`. */
export async function sqliteReads(db: Db, sql: string): Promise<PlannedRead[]> {
  const n = postgresSql(sql).match(/\$\d+/g)?.length ?? 0;
  const rows = await db.all<{ detail: string }>(`explain query plan ${sql}`, Array<null>(n).fill(null));
  return rows.flatMap(({ detail }) => readOf(sql, detail));
}
