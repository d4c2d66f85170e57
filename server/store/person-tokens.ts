import { type Db, oneOrNull, type Statement } from './db.ts';
import { hashSecret } from './secret.ts';

export const MAX_WRONG_PINS = 5;

export type PinTry =
  | { readonly kind: 'counted'; readonly pinHash: string; readonly label: string; readonly failures: number }
  | { readonly kind: 'locked'; readonly until: string };

/**
 * Counts one try of an officer's PIN before it is checked, so that tries sent at once cannot outrun the lock.
 * @returns `null` for an officer the unit does not have. `lockedUntil` is set by the last try the lock allows.
 */
export async function countPinTry(
  db: Db,
  tenant: string,
  unit: string,
  officer: string,
  at: Date,
  lockedUntil: string,
): Promise<PinTry | null> {
  const [counted] = await db.all<{ pinHash: string; label: string; failures: number }>(
    `update officers set
        failures = case when locked_until is null then failures + 1 else 1 end,
        locked_until = case when locked_until is null and failures + 1 >= ${MAX_WRONG_PINS} then ? else null end
      where tenant = ? and officer = ? and unit = ? and active = 1 and pin_hash is not null
        and (locked_until is null or locked_until <= ?)
      returning pin_hash as "pinHash", label, failures`,
    [lockedUntil, tenant, officer, unit, at.toISOString()],
  );
  if (counted) return { kind: 'counted', ...counted };
  const locked = await oneOrNull<{ until: string }>(
    db,
    `select locked_until as until from officers
      where tenant = ? and officer = ? and unit = ? and active = 1 and locked_until > ?`,
    [tenant, officer, unit, at.toISOString()],
  );
  return locked && { kind: 'locked', until: locked.until };
}

export function clearPinTries(tenant: string, officer: string): Statement {
  return {
    sql: 'update officers set failures = 0, locked_until = null where tenant = ? and officer = ?',
    params: [tenant, officer],
  };
}

export function insertPersonToken(
  tenant: string,
  token: string,
  device: string,
  officer: string,
  expires: string,
): Statement {
  return {
    sql: 'insert into person_tokens (tenant, token_hash, device, officer, expires_at) values (?, ?, ?, ?, ?)',
    params: [tenant, hashSecret(token), device, officer, expires],
  };
}

export function deleteExpiredPersonTokens(tenant: string, at: Date): Statement {
  return { sql: 'delete from person_tokens where tenant = ? and expires_at <= ?', params: [tenant, at.toISOString()] };
}

/** The officer behind a token used at `device` of `unit`; `null` when unknown, out of time, or no longer of the unit. */
export async function personOrNull(
  db: Db,
  tenant: string,
  token: string,
  device: string,
  unit: string,
  at: Date,
): Promise<string | null> {
  const row = await oneOrNull<{ officer: string }>(
    db,
    `select p.officer from person_tokens p join officers o on o.tenant = p.tenant and o.officer = p.officer
      where p.tenant = ? and p.token_hash = ? and p.device = ? and p.expires_at > ? and o.unit = ? and o.active = 1`,
    [tenant, hashSecret(token), device, at.toISOString(), unit],
  );
  return row?.officer ?? null;
}
