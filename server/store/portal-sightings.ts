import type { PortalSighting } from '#wire/portal-sighting.ts';
import type { Db, Statement } from './db.ts';

/** Every site somebody asked to watch, by name. */
export function sightingsOf(db: Db, tenant: string): Promise<PortalSighting[]> {
  return db.all<PortalSighting>(
    'select origin, script_at as "scriptAt", form_at as "formAt", unit from portal_sightings where tenant = ? order by origin',
    [tenant],
  );
}

/** A site to watch; one that is watched already stays as it is. */
export function watchOrigin(tenant: string, origin: string, actor: string, at: Date): Statement {
  return {
    sql: `insert into portal_sightings (tenant, origin, added_by, added_at) values (?, ?, ?, ?)
      on conflict (tenant, origin) do nothing`,
    params: [tenant, origin, actor, at.toISOString()],
  };
}

export function forgetOrigin(tenant: string, origin: string): Statement {
  return { sql: 'delete from portal_sightings where tenant = ? and origin = ?', params: [tenant, origin] };
}

/** A page of `origin` fetched the script; of a site nobody asked to watch nothing is kept. */
export function sawScript(tenant: string, origin: string, at: Date): Statement {
  return {
    sql: 'update portal_sightings set script_at = ? where tenant = ? and origin = ?',
    params: [at.toISOString(), tenant, origin],
  };
}

/** The form in a page of `origin` asked for `unit`. */
export function sawForm(tenant: string, origin: string, unit: string | null, at: Date): Statement {
  return {
    sql: 'update portal_sightings set form_at = ?, unit = coalesce(?, unit) where tenant = ? and origin = ?',
    params: [at.toISOString(), unit, tenant, origin],
  };
}
