import { type Db, oneOrNull, type Statement } from './db.ts';

export const KIOSK_PIN_TRIES = 5;

export type KioskPinTry =
  | { readonly kind: 'counted'; readonly pinHash: string; readonly failures: number }
  | { readonly kind: 'locked'; readonly until: string };

/**
 * Counts one try of the staff PIN before it is checked, so that tries sent at once cannot outrun the lock. Kept here and not
 * on the tablet: loading its page anew opens nothing.
 * @param lockedUntil set by the last try the lock allows.
 */
export async function countKioskPinTry(
  db: Db,
  tenant: string,
  kiosk: string,
  at: Date,
  lockedUntil: string,
): Promise<KioskPinTry> {
  const [counted] = await db.all<{ pinHash: string; failures: number }>(
    `update kiosks set
        failures = case when locked_until is null then failures + 1 else 1 end,
        locked_until = case when locked_until is null and failures + 1 >= ${KIOSK_PIN_TRIES} then ? else null end
      where tenant = ? and kiosk = ? and (locked_until is null or locked_until <= ?)
      returning pin_hash as "pinHash", failures`,
    [lockedUntil, tenant, kiosk, at.toISOString()],
  );
  if (counted) return { kind: 'counted', ...counted };
  const row = await oneOrNull<{ until: string | null }>(
    db,
    'select locked_until as until from kiosks where tenant = ? and kiosk = ?',
    [tenant, kiosk],
  );
  return { kind: 'locked', until: row?.until ?? lockedUntil };
}

export function clearKioskPinTries(tenant: string, kiosk: string): Statement {
  return {
    sql: 'update kiosks set failures = 0, locked_until = null where tenant = ? and kiosk = ?',
    params: [tenant, kiosk],
  };
}
