import type { Database } from '../database.ts';
import { type AuditEntry, withAudit } from '../store/audit.ts';
import { openDatabase } from '../store/open-database.ts';
import { tenantIds } from '../store/tenants.ts';

/** Notes in the log of every tenant of `database`, or of `only`, what the operator did with it as a whole. */
export async function record(database: Database, entry: Omit<AuditEntry, 'actor'>, only?: string): Promise<void> {
  const db = await openDatabase(database);
  try {
    for (const tenant of only === undefined ? await tenantIds(db) : [only])
      await withAudit(db, tenant, new Date(), { actor: 'operator', ...entry });
  } finally {
    await db.close();
  }
}
