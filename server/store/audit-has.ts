import { type Db, oneOrNull } from './db.ts';

/** Whether an act of this kind was ever done. */
export async function auditHas(db: Db, tenant: string, action: string): Promise<boolean> {
  const sql = 'select seq from audit where tenant = ? and action = ? limit 1';
  return (await oneOrNull(db, sql, [tenant, action])) !== null;
}

/** When an act of this kind was last done, or `null`. */
export async function lastAt(db: Db, tenant: string, action: string): Promise<string | null> {
  const sql = 'select at from audit where tenant = ? and action = ? order by seq desc limit 1';
  return (await oneOrNull<{ at: string }>(db, sql, [tenant, action]))?.at ?? null;
}
