import type { Db } from '../store/db.ts';
import { inList } from '../store/in-list.ts';

/** A column that names items, and what is said of an item named there. */
export type Use = readonly [table: string, column: string, why: string];

/** Those of `keys` that are named in one of `uses`, with what is said of it. */
export async function usedIn(
  db: Db,
  tenant: string,
  keys: readonly string[],
  uses: readonly Use[],
): Promise<Map<string, string>> {
  const list = inList(keys);
  const why = new Map<string, string>();
  for (const [table, column, text] of uses)
    for (const { used } of await db.all<{ used: string }>(
      `select distinct ${column} as used from ${table} where tenant = ? and ${column} ${list.sql}`,
      [tenant, ...list.params],
    ))
      why.set(used, text);
  return why;
}
