import type { OfficerResult, UnitResult } from '#wire/results.ts';
import { type Db, oneOrNull, type Statement } from './db.ts';

export interface StoredSnapshot {
  readonly snapshot: string;
  readonly period: string;
  readonly number: number;
  readonly reason: string;
  readonly ruleset: string;
  readonly choices: string;
  readonly factsHash: string;
  readonly auditHead: string;
  readonly createdAt: string;
}

export function snapshotOrNull(db: Db, tenant: string, snapshot: string): Promise<StoredSnapshot | null> {
  return oneOrNull(
    db,
    `select snapshot, period, number, reason, ruleset, choices, facts_hash as "factsHash", audit_head as "auditHead",
      created_at as "createdAt" from snapshots where tenant = ? and snapshot = ?`,
    [tenant, snapshot],
  );
}

/** The newest snapshot that is no correction: the one the seal froze, once the period is sealed; `null` = none yet. */
export async function sealedSnapshotOrNull(db: Db, tenant: string, period: string): Promise<string | null> {
  const row = await oneOrNull<{ snapshot: string }>(
    db,
    `select s.snapshot from snapshots s where s.tenant = ? and s.period = ?
     and not exists (select 1 from errata e where e.tenant = s.tenant and e.snapshot = s.snapshot)
     order by s.number desc limit 1`,
    [tenant, period],
  );
  return row?.snapshot ?? null;
}

export function insertSnapshot(tenant: string, s: StoredSnapshot): Statement {
  return {
    sql: `insert into snapshots (tenant, snapshot, period, number, reason, ruleset, choices, facts_hash, audit_head,
      summary, created_at) values (?, ?, ?, ?, ?, ?, ?, ?, ?, '{}', ?)`,
    params: [
      tenant,
      s.snapshot,
      s.period,
      s.number,
      s.reason,
      s.ruleset,
      s.choices,
      s.factsHash,
      s.auditHead,
      s.createdAt,
    ],
  };
}

/** Takes away what an interrupted close wrote of a snapshot that does not exist yet: it may hold what no longer counts. */
export function deleteUnfinished(tenant: string, snapshot: string): Statement[] {
  return ['snapshot_findings', 'snapshot_units', 'snapshot_officers', 'joint_counts'].map((table) => ({
    sql: `delete from ${table} where tenant = ? and snapshot = ?
      and not exists (select 1 from snapshots s where s.tenant = ? and s.snapshot = ?)`,
    params: [tenant, snapshot, tenant, snapshot],
  }));
}

export async function unitResults(db: Db, tenant: string, snapshot: string): Promise<UnitResult[]> {
  const rows = await db.all<{ result: string }>(
    'select result from snapshot_units where tenant = ? and snapshot = ? order by unit',
    [tenant, snapshot],
  );
  return rows.map((row) => JSON.parse(row.result) as UnitResult);
}

/** Written twice when a close is resumed after a crash, with the same content. */
export function putUnitResult(tenant: string, snapshot: string, result: UnitResult): Statement {
  return {
    sql: `insert into snapshot_units (tenant, snapshot, unit, result) values (?, ?, ?, ?)
      on conflict (tenant, snapshot, unit) do update set result = excluded.result`,
    params: [tenant, snapshot, result.unit, JSON.stringify(result)],
  };
}

export async function officerResults(db: Db, tenant: string, snapshot: string): Promise<OfficerResult[]> {
  const rows = await db.all<{ result: string }>(
    'select result from snapshot_officers where tenant = ? and snapshot = ? order by unit, officer',
    [tenant, snapshot],
  );
  return rows.map((row) => JSON.parse(row.result) as OfficerResult);
}

export function putOfficerResult(tenant: string, snapshot: string, result: OfficerResult): Statement {
  return {
    sql: `insert into snapshot_officers (tenant, snapshot, officer, unit, result) values (?, ?, ?, ?, ?)
      on conflict (tenant, snapshot, officer) do update set result = excluded.result`,
    params: [tenant, snapshot, result.officer, result.unit, JSON.stringify(result)],
  };
}
