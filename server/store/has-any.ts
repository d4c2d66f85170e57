import type { Db, Value } from './db.ts';

/** Whether `query` finds a row; asked before a long list is looked up in a table that most leave empty. */
export async function hasAny(db: Db, query: string, params: readonly Value[]): Promise<boolean> {
  return (await db.all(`${query} limit 1`, params)).length > 0;
}
