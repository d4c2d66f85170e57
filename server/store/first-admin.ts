import { type Db, oneOrNull, type Statement } from './db.ts';
import { hashSecret } from './secret.ts';

/** Puts one link in place of any earlier one of the tenant. */
export function replaceFirstAdminLink(tenant: string, token: string, expires: string): Statement[] {
  return [
    { sql: 'delete from first_admin_links where tenant = ?', params: [tenant] },
    {
      sql: 'insert into first_admin_links (tenant, token_hash, expires_at) values (?, ?, ?)',
      params: [tenant, hashSecret(token), expires],
    },
  ];
}

export async function firstAdminLinkIsOpen(db: Db, tenant: string, token: string, at: Date): Promise<boolean> {
  const row = await oneOrNull(
    db,
    'select 1 as yes from first_admin_links where tenant = ? and token_hash = ? and expires_at > ?',
    [tenant, hashSecret(token), at.toISOString()],
  );
  return row !== null;
}

/** Uses the link up. `false` when it is unknown, out of time or someone else was first. */
export async function claimFirstAdminLink(db: Db, tenant: string, token: string, at: Date): Promise<boolean> {
  const changed = await db.run('delete from first_admin_links where tenant = ? and token_hash = ? and expires_at > ?', [
    tenant,
    hashSecret(token),
    at.toISOString(),
  ]);
  return changed === 1;
}
