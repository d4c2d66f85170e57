import { localDay } from './clock.ts';
import type { Env } from './env.ts';
import type { Services } from './services.ts';
import { withAudit } from './store/audit.ts';
import { replaceFirstAdminLink } from './store/first-admin.ts';
import { newSecret } from './store/secret.ts';
import { insertTenant, tenantIds } from './store/tenants.ts';
import { hasUsers } from './store/users.ts';

const LINK_HOURS = 24;

/**
 * Creates the tenant in an empty database, and for each tenant nobody can sign in to yet replaces its one-time link.
 * Returns the links to print, as paths below the server's address; a link is shown nowhere else.
 */
export async function firstRun(
  { db, now }: Pick<Services, 'db' | 'now'>,
  env: Pick<Env, 'tenant' | 'tenantName'>,
): Promise<string[]> {
  const at = now();
  if ((await tenantIds(db)).length === 0)
    await withAudit(
      db,
      env.tenant,
      at,
      { actor: 'operator', action: 'tenant.create', subject: env.tenant, detail: { name: env.tenantName } },
      insertTenant({ tenant: env.tenant, name: env.tenantName, province: env.tenantName }, localDay(at), at),
    );
  const links: string[] = [];
  for (const tenant of await tenantIds(db)) {
    if (await hasUsers(db, tenant)) continue;
    const token = newSecret(tenant, 'fa');
    const expires = new Date(at.getTime() + LINK_HOURS * 3_600_000).toISOString();
    await withAudit(
      db,
      tenant,
      at,
      { actor: 'operator', action: 'first-admin.link', subject: tenant },
      replaceFirstAdminLink(tenant, token, expires),
    );
    links.push(`/admin/#/bat-dau/${token}`);
  }
  return links;
}
