import { type Db, oneOrNull, type Statement } from './db.ts';
import { hashSecret } from './secret.ts';
import { withinScope } from './units.ts';

/** One enrolled browser of an office. */
export interface StoredDevice {
  readonly device: string;
  readonly unit: string;
  readonly label: string;
  readonly enrolledAt: string;
  readonly revokedAt: string | null;
}

const SELECT =
  'select device, unit, label, enrolled_at as "enrolledAt", revoked_at as "revokedAt" from devices where tenant = ?';

/** Newest first, revoked ones too. */
export function devicesOf(db: Db, tenant: string, scope: string | null = null): Promise<StoredDevice[]> {
  const within = withinScope(tenant, scope);
  return db.all(`${SELECT}${within.sql} order by enrolled_at desc, device`, [tenant, ...within.params]);
}

export function deviceOrNull(db: Db, tenant: string, device: string): Promise<StoredDevice | null> {
  return oneOrNull(db, `${SELECT} and device = ?`, [tenant, device]);
}

export function deviceByKeyOrNull(db: Db, tenant: string, key: string): Promise<StoredDevice | null> {
  return oneOrNull(db, `${SELECT} and key_hash = ?`, [tenant, hashSecret(key)]);
}

export function insertDevice(
  tenant: string,
  device: Pick<StoredDevice, 'device' | 'unit' | 'label'>,
  key: string,
  at: Date,
): Statement {
  return {
    sql: 'insert into devices (tenant, device, key_hash, unit, label, enrolled_at) values (?, ?, ?, ?, ?, ?)',
    params: [tenant, device.device, hashSecret(key), device.unit, device.label, at.toISOString()],
  };
}

/** The key stops at once, and with it whoever is signed in at that browser. */
export function revokeDevice(tenant: string, device: string, at: Date): Statement[] {
  return [
    {
      sql: 'update devices set revoked_at = ? where tenant = ? and device = ? and revoked_at is null',
      params: [at.toISOString(), tenant, device],
    },
    { sql: 'delete from person_tokens where tenant = ? and device = ?', params: [tenant, device] },
  ];
}
