import { type Db, oneOrNull, type Statement } from './db.ts';
import { hashSecret } from './secret.ts';

/** A new one-time code for the tablet at `kiosk`; an earlier one opens nothing any more. */
export function setKioskCode(tenant: string, kiosk: string, code: string, expires: string): Statement {
  return {
    sql: 'update kiosks set code_hash = ?, code_expires = ? where tenant = ? and kiosk = ?',
    params: [hashSecret(code), expires, tenant, kiosk],
  };
}

/**
 * Uses the code up and gives the place `key`: the tablet that stood there before is out from now on, and what was ordered of
 * it is forgotten.
 * @returns the kiosk, or `null` when the code is unknown, used or out of time.
 */
export async function claimKioskOrNull(
  db: Db,
  tenant: string,
  code: string,
  key: string,
  at: Date,
): Promise<{ readonly kiosk: string; readonly unit: string } | null> {
  const changed = await db.run(
    `update kiosks set key_hash = ?, enrolled_at = ?, revoked_at = null, wipe = null, wiped_at = null, seen_at = null,
       queue = null, last_answer = null, version = null, battery = null, fault = null, code_hash = null
     where tenant = ? and code_hash = ? and code_expires > ?`,
    [hashSecret(key), at.toISOString(), tenant, hashSecret(code), at.toISOString()],
  );
  if (changed !== 1) return null;
  return oneOrNull(db, 'select kiosk, unit from kiosks where tenant = ? and key_hash = ?', [tenant, hashSecret(key)]);
}

/** The tablet's key stops at once, and no code handed out before brings it back. */
export function revokeKiosk(tenant: string, kiosk: string, at: Date): Statement[] {
  return [
    {
      sql: `update kiosks set revoked_at = ?, code_hash = null where tenant = ? and kiosk = ? and revoked_at is null`,
      params: [at.toISOString(), tenant, kiosk],
    },
    { sql: 'delete from kiosk_hand_overs where tenant = ? and kiosk = ?', params: [tenant, kiosk] },
  ];
}

/** Asks the tablet to erase itself; it does so with its next sign of life. */
export function orderWipe(tenant: string, kiosk: string, when: 'delivered' | 'now'): Statement {
  return {
    sql: 'update kiosks set wipe = ? where tenant = ? and kiosk = ?',
    params: [when, tenant, kiosk],
  };
}

/** The tablet has erased itself: its key is worth nothing from now on. */
export function noteWiped(tenant: string, kiosk: string, at: Date): Statement[] {
  return [
    {
      sql: 'update kiosks set wipe = null, wiped_at = ?, queue = 0 where tenant = ? and kiosk = ?',
      params: [at.toISOString(), tenant, kiosk],
    },
    ...revokeKiosk(tenant, kiosk, at),
  ];
}
