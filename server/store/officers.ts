import { type Db, oneOrNull, type Statement } from './db.ts';
import { inList } from './in-list.ts';
import { withinScope } from './units.ts';

export interface StoredOfficer {
  readonly officer: string;
  readonly unit: string;
  /** What colleagues pick from a list, e.g. `Quầy 3 · CB-0117`. */
  readonly label: string;
}

const SELECT = 'select officer, unit, label from officers where tenant = ? and active = 1';

/** Active officers of `scope`, by code. */
export function officersOf(db: Db, tenant: string, scope: string | null = null): Promise<StoredOfficer[]> {
  const within = withinScope(tenant, scope);
  return db.all(`${SELECT}${within.sql} order by officer`, [tenant, ...within.params]);
}

/** Active officers of exactly this unit: who may stand at its counter. */
export function officersAt(db: Db, tenant: string, unit: string): Promise<StoredOfficer[]> {
  return db.all(`${SELECT} and unit = ? order by officer`, [tenant, unit]);
}

/** The unit an officer code is taken by, also when deactivated; `null` when the code is free. */
export async function unitOfOfficerOrNull(db: Db, tenant: string, officer: string): Promise<string | null> {
  const row = await oneOrNull<{ unit: string }>(db, 'select unit from officers where tenant = ? and officer = ?', [
    tenant,
    officer,
  ]);
  return row?.unit ?? null;
}

/** Creates or replaces; a new PIN also opens a locked or deactivated officer and signs out whoever used the old one. */
export function putOfficer(tenant: string, officer: StoredOfficer, pinHash: string): Statement[] {
  return [
    {
      sql: `insert into officers (tenant, officer, unit, label, pin_hash) values (?, ?, ?, ?, ?)
        on conflict (tenant, officer) do update set unit = excluded.unit, label = excluded.label,
        pin_hash = excluded.pin_hash, failures = 0, locked_until = null, active = 1`,
      params: [tenant, officer.officer, officer.unit, officer.label, pinHash],
    },
    { sql: 'delete from person_tokens where tenant = ? and officer = ?', params: [tenant, officer.officer] },
  ];
}

/** Those of `officers` that are on record, also deactivated ones, by code. */
export async function officersByCode(
  db: Db,
  tenant: string,
  officers: readonly string[],
): Promise<Map<string, StoredOfficer & { readonly active: boolean }>> {
  const list = inList(officers);
  const rows = await db.all<StoredOfficer & { active: number }>(
    `select officer, unit, label, active from officers where tenant = ? and officer ${list.sql}`,
    [tenant, ...list.params],
  );
  return new Map(rows.map((row) => [row.officer, { ...row, active: row.active === 1 }]));
}

/** Creates the officer without a PIN, who cannot sign in until one is set, or changes unit and label and leaves the PIN be. */
export function putOfficerPlace(tenant: string, { officer, unit, label }: StoredOfficer): Statement[] {
  return [
    // Whoever moves to another unit signs in there.
    {
      sql: `delete from person_tokens where tenant = ? and officer in (
          select o.officer from officers o where o.tenant = ? and o.officer = ? and o.unit <> ?)`,
      params: [tenant, tenant, officer, unit],
    },
    {
      sql: `insert into officers (tenant, officer, unit, label) values (?, ?, ?, ?)
        on conflict (tenant, officer) do update set unit = excluded.unit, label = excluded.label`,
      params: [tenant, officer, unit, label],
    },
  ];
}

export function deactivateOfficer(tenant: string, officer: string): Statement[] {
  return [
    { sql: 'update officers set active = 0 where tenant = ? and officer = ?', params: [tenant, officer] },
    { sql: 'delete from person_tokens where tenant = ? and officer = ?', params: [tenant, officer] },
  ];
}
