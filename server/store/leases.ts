import type { Db, Statement } from './db.ts';

/** How long a holder that stopped renewing keeps others out. */
const LEASE_MS = 30_000;

/** Further ahead than any clock that was right: the clock was set back since, and nobody would wait until then. */
const TOO_FAR_MS = 2 * LEASE_MS;

const later = (now: Date, ms: number) => new Date(now.getTime() + ms).toISOString();

/**
 * Takes or renews the lease on `name` for `holder` (a random text of the caller). `false` = another holds it and renewed it less
 * than 30 s ago. Work that lasts longer renews it with each of its writes (`renewLease`).
 */
export async function takeLease(db: Db, tenant: string, name: string, holder: string, now: Date): Promise<boolean> {
  const until = later(now, LEASE_MS);
  const changed = await db.run(
    `insert into leases (tenant, name, holder, until_at) values (?, ?, ?, ?)
     on conflict (tenant, name) do update set holder = excluded.holder, until_at = excluded.until_at
     where leases.until_at < ? or leases.until_at > ? or leases.holder = excluded.holder`,
    [tenant, name, holder, until, now.toISOString(), later(now, TOO_FAR_MS)],
  );
  return changed === 1;
}

/**
 * For the transaction of a piece of leased work: renews the lease, and lets the transaction fall when another took it meanwhile,
 * for then the holder would become null, which the column refuses.
 */
export function renewLease(tenant: string, name: string, holder: string, now: Date): Statement {
  return {
    sql: `update leases set until_at = ?, holder = case when holder = ? then holder end where tenant = ? and name = ?`,
    params: [later(now, LEASE_MS), holder, tenant, name],
  };
}

/** Whether somebody holds the lease on `name`. */
export async function isLeased(db: Db, tenant: string, name: string, now: Date): Promise<boolean> {
  const rows = await db.all('select 1 from leases where tenant = ? and name = ? and until_at >= ? and until_at <= ?', [
    ...[tenant, name],
    ...[now.toISOString(), later(now, TOO_FAR_MS)],
  ]);
  return rows.length > 0;
}

/** Gives the lease back; nothing happens when it is another's by now. The row stays: work that lost it must not find its place free. */
export function dropLease(tenant: string, name: string, holder: string): Statement {
  return {
    sql: "update leases set holder = '', until_at = '' where tenant = ? and name = ? and holder = ?",
    params: [tenant, name, holder],
  };
}
