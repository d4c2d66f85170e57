import { type Db, oneOrNull, type Statement } from './db.ts';
import { hashSecret } from './secret.ts';

export interface StoredPortalKey {
  readonly id: string;
  readonly label: string;
  /** Empty = every unit. */
  readonly units: string[];
  readonly createdAt: string;
  readonly revokedAt: string | null;
}

type Row = Omit<StoredPortalKey, 'units'> & { units: string };

const SELECT =
  'select key_id as id, label, units, created_at as "createdAt", revoked_at as "revokedAt" from portal_keys';

function toPortalKey(row: Row): StoredPortalKey {
  return { ...row, units: JSON.parse(row.units) as string[] };
}

/** Newest first, revoked ones too. */
export async function portalKeysOf(db: Db, tenant: string): Promise<StoredPortalKey[]> {
  const rows = await db.all<Row>(`${SELECT} where tenant = ? order by created_at desc, key_id`, [tenant]);
  return rows.map(toPortalKey);
}

export async function portalKeyOrNull(db: Db, tenant: string, id: string): Promise<StoredPortalKey | null> {
  const row = await oneOrNull<Row>(db, `${SELECT} where tenant = ? and key_id = ?`, [tenant, id]);
  return row && toPortalKey(row);
}

export async function portalKeyBySecretOrNull(db: Db, tenant: string, key: string): Promise<StoredPortalKey | null> {
  const row = await oneOrNull<Row>(db, `${SELECT} where tenant = ? and key_hash = ?`, [tenant, hashSecret(key)]);
  return row && toPortalKey(row);
}

export function insertPortalKey(
  tenant: string,
  portal: Pick<StoredPortalKey, 'id' | 'label' | 'units'>,
  key: string,
  at: Date,
): Statement {
  return {
    sql: 'insert into portal_keys (tenant, key_id, key_hash, label, units, created_at) values (?, ?, ?, ?, ?, ?)',
    params: [tenant, portal.id, hashSecret(key), portal.label, JSON.stringify(portal.units), at.toISOString()],
  };
}

export function revokePortalKey(tenant: string, id: string, at: Date): Statement {
  return {
    sql: 'update portal_keys set revoked_at = ? where tenant = ? and key_id = ? and revoked_at is null',
    params: [at.toISOString(), tenant, id],
  };
}
