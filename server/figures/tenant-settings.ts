import type { Tenant } from '#wire/tenant.ts';
import type { Db } from '../store/db.ts';
import { decisionOrNull } from '../store/decisions.ts';
import { tenantOf } from '../store/tenants.ts';

/** What a province has settled for itself. */
export async function tenantSettings(db: Db, tenant: string): Promise<Tenant> {
  const { name, hours, choices } = await tenantOf(db, tenant);
  return { tenant, name, decision: await decisionOrNull(db, tenant), hours, choices };
}
