import type { Db, Statement } from './db.ts';

/** Whose tries are counted; keyed hashes. `place` empty = from everywhere. */
export interface TryKey {
  readonly name: string;
  readonly place: string;
}

/** Wrong tries that cost no time, and the minutes each further one waits; the last stands for all after it. */
export interface TryRule {
  readonly free: number;
  readonly waits: readonly number[];
}

export type CountedTry =
  | {
      readonly kind: 'counted';
      readonly failures: number;
      readonly knownAt: string | null;
      readonly wait: string | null;
    }
  | { readonly kind: 'waits'; readonly until: string };

/** After so long without a try they are forgotten. */
const FORGOTTEN_HOURS = 24;
/** Further ahead than any wait: the clock was set back since, and nobody would wait until then. */
const TOO_FAR_MINUTES = 120;

const later = (at: Date, minutes: number) => new Date(at.getTime() + minutes * 60_000).toISOString();

/**
 * Counts one try before it is checked, so that tries sent at once, or to several processes, cannot outrun the wait. While there is one
 * nothing is counted: whoever waits is not made to wait longer.
 */
export async function countTry(
  db: Db,
  tenant: string,
  { name, place }: TryKey,
  at: Date,
  { free, waits }: TryRule,
): Promise<CountedTry> {
  const now = at.toISOString();
  const steps = waits.map((minutes, n) => ({ failures: free + n, until: later(at, minutes) }));
  const forgotten = later(at, -FORGOTTEN_HOURS * 60);
  const sql = `insert into sign_in_tries (tenant, name_hash, place_hash, failures, tried_at, wait_until, known_at)
    values (?, ?, ?, 1, ?, null, null)
    on conflict (tenant, name_hash, place_hash) do update set
      failures = case when sign_in_tries.tried_at < ? then 1 else sign_in_tries.failures + 1 end,
      wait_until = case when sign_in_tries.tried_at < ? or sign_in_tries.failures + 1 < ${free} then null
        ${steps.map(({ failures }) => `when sign_in_tries.failures + 1 = ${failures} then ?`).join(' ')} else ? end,
      tried_at = excluded.tried_at
    where sign_in_tries.wait_until is null or sign_in_tries.wait_until <= excluded.tried_at or sign_in_tries.wait_until > ?
    returning failures, known_at as "knownAt", wait_until as "wait"`;
  const [counted] = await db.all<{ failures: number; knownAt: string | null; wait: string | null }>(sql, [
    ...[tenant, name, place, now, forgotten, forgotten],
    ...steps.map(({ until }) => until),
    ...[steps.at(-1)?.until ?? now, later(at, TOO_FAR_MINUTES)],
  ]);
  if (counted) return { kind: 'counted', ...counted };
  const [waiting] = await db.all<{ until: string | null }>(
    'select wait_until as until from sign_in_tries where tenant = ? and name_hash = ? and place_hash = ?',
    [tenant, name, place],
  );
  return { kind: 'waits', until: waiting?.until ?? later(at, 1) };
}

/** The try says nothing about who tries: as if it had not been. */
export function uncountTry(tenant: string, { name, place }: TryKey): Statement {
  return {
    sql: `update sign_in_tries set wait_until = null, failures = case when failures > 0 then failures - 1 else 0 end
      where tenant = ? and name_hash = ? and place_hash = ?`,
    params: [tenant, name, place],
  };
}

/** Somebody got in from there: nothing counts against the place any more, and it is known. */
export function knowPlace(tenant: string, { name, place }: TryKey, at: Date): Statement {
  return {
    sql: `update sign_in_tries set failures = 0, wait_until = null, known_at = ?
      where tenant = ? and name_hash = ? and place_hash = ?`,
    params: [at.toISOString(), tenant, name, place],
  };
}

/** Nothing counts against the account, from wherever it was tried. */
export function forgiveTries(tenant: string, name: string): Statement {
  return {
    sql: 'update sign_in_tries set failures = 0, wait_until = null where tenant = ? and name_hash = ?',
    params: [tenant, name],
  };
}

/** Until when some place, or every new one, waits for each account of which that is so; UTC instants by hash of the name. */
export async function waitsOf(db: Db, tenant: string, at: Date): Promise<Map<string, string>> {
  const rows = await db.all<{ name: string; until: string }>(
    `select name_hash as name, max(wait_until) as until from sign_in_tries
      where tenant = ? and wait_until > ? and wait_until <= ? group by name_hash`,
    [tenant, at.toISOString(), later(at, TOO_FAR_MINUTES)],
  );
  return new Map(rows.map(({ name, until }) => [name, until]));
}
