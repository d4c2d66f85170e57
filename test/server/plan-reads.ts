import type { Db } from '../../server/store/db.ts';
import type { Issued } from './recorded-queries.ts';

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

/** The plan SQLite makes of `issued`. */
export async function plannedReads(db: Db, { sql, params }: Issued): Promise<PlannedRead[]> {
  const plan = await db.all<{ detail: string }>(`explain query plan ${sql}`, params);
  return plan.flatMap(({ detail }) => {
    const [, how, name = ''] = /^(SCAN|SEARCH) (\w+)/.exec(detail) ?? [];
    // A list of values, or what a part of the statement made.
    if (!how || name === 'CONSTANT' || /AUTOMATIC/.test(detail)) return [];
    const constraint = /\(([^()]*(?:\([^)]*\)[^()]*)*)\)(?: LEFT-JOIN)?$/.exec(detail)?.[1] ?? '';
    const given =
      how === 'SCAN' ? [] : [...constraint.matchAll(/\b([a-z_]+)\b(?=[^?]*[=<>])/g)].map(([, column]) => column ?? '');
    return [{ table: tableOf(sql, name), given: [...new Set(given)], detail }];
  });
}
