import { type AuditEntry, withAudit } from '../store/audit.ts';
import { openSqlite } from '../store/sqlite.ts';
import { tenantIds } from '../store/tenants.ts';

/** Notes in the log of every tenant of `databaseFile`, or of `only`, what the operator did with the file as a whole. */
export async function record(databaseFile: string, entry: Omit<AuditEntry, 'actor'>, only?: string): Promise<void> {
  const db = await openSqlite(databaseFile);
  try {
    for (const tenant of only === undefined ? await tenantIds(db) : [only])
      await withAudit(db, tenant, new Date(), { actor: 'operator', ...entry });
  } finally {
    await db.close();
  }
}
