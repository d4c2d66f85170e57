import type { Db, Statement } from './db.ts';

/** Sites whose pages may show the survey pages of `tenant` in a frame. */
export async function portalOriginsOf(db: Db, tenant: string): Promise<string[]> {
  const rows = await db.all<{ origin: string }>('select origin from portal_origins where tenant = ? order by origin', [
    tenant,
  ]);
  return rows.map(({ origin }) => origin);
}

/** Puts `origins` in the place of those there were. */
export function putPortalOrigins(tenant: string, origins: readonly string[], actor: string, at: Date): Statement[] {
  return [
    { sql: 'delete from portal_origins where tenant = ?', params: [tenant] },
    ...[...new Set(origins)].map((origin) => ({
      sql: 'insert into portal_origins (tenant, origin, added_by, added_at) values (?, ?, ?, ?)',
      params: [tenant, origin, actor, at.toISOString()],
    })),
  ];
}
