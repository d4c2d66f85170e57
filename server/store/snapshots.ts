import type { OfficerResult, UnitResult } from '#wire/results.ts';
import { type Db, oneOrNull, type Statement } from './db.ts';
import { inList } from './in-list.ts';
import { SNAPSHOT_TABLES } from './snapshot-tables.ts';

export interface StoredSnapshot {
  readonly snapshot: string;
  readonly period: string;
  readonly number: number;
  readonly reason: string;
  readonly ruleset: string;
  readonly choices: string;
  readonly factsHash: string;
  /** Of all the snapshot shows: two with the same are the same; `null` = made before there was such a hash. */
  readonly contentHash: string | null;
  readonly auditHead: string;
  readonly createdAt: string;
  /** The snapshot whose citizen part this one repeats, for answers are cut loose from dossiers; `null` = its own. */
  readonly citizenFrozenFrom: string | null;
}

/** Where a snapshot comes from, beside what is shown of it. */
export interface SnapshotOrigin {
  /** Hash of dossiers, answers and declared facts; `null` = made before it was kept apart. */
  readonly records: string | null;
  readonly citizenFrozenFrom: string | null;
  /** The snapshot whose findings stand behind this one. */
  readonly findingsOf: string;
}

type Summary = Partial<Pick<SnapshotOrigin, 'records' | 'citizenFrozenFrom'>>;
type Row = Omit<StoredSnapshot, 'citizenFrozenFrom'> & { summary: string };

export async function snapshotOrNull(db: Db, tenant: string, snapshot: string): Promise<StoredSnapshot | null> {
  const row = await oneOrNull<Row>(
    db,
    `select snapshot, period, number, reason, ruleset, choices, facts_hash as "factsHash", content_hash as "contentHash",
      audit_head as "auditHead", summary, created_at as "createdAt" from snapshots where tenant = ? and snapshot = ?`,
    [tenant, snapshot],
  );
  if (!row) return null;
  const { summary, ...stored } = row;
  return { ...stored, citizenFrozenFrom: (JSON.parse(summary) as Summary).citizenFrozenFrom ?? null };
}

export async function originOrNull(db: Db, tenant: string, snapshot: string): Promise<SnapshotOrigin | null> {
  const row = await oneOrNull<{ summary: string; findingsOf: string | null }>(
    db,
    'select summary, findings_of as "findingsOf" from snapshots where tenant = ? and snapshot = ?',
    [tenant, snapshot],
  );
  if (!row) return null;
  const { records = null, citizenFrozenFrom = null } = JSON.parse(row.summary) as Summary;
  return { records, citizenFrozenFrom, findingsOf: row.findingsOf ?? snapshot };
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

export function insertSnapshot(tenant: string, s: StoredSnapshot, origin: SnapshotOrigin): Statement {
  const { records, citizenFrozenFrom, findingsOf } = origin;
  return {
    sql: `insert into snapshots (tenant, snapshot, period, number, reason, ruleset, choices, facts_hash, content_hash,
      audit_head, summary, findings_of, created_at) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    params: [
      ...[tenant, s.snapshot, s.period, s.number, s.reason, s.ruleset, s.choices, s.factsHash, s.contentHash],
      ...[s.auditHead, JSON.stringify({ records, citizenFrozenFrom })],
      ...[findingsOf === s.snapshot ? null : findingsOf, s.createdAt],
    ],
  };
}

/** Takes away what an interrupted close wrote of a snapshot that does not exist yet: it may hold what no longer counts. */
export function deleteUnfinished(tenant: string, snapshot: string): Statement[] {
  return SNAPSHOT_TABLES.map((table) => ({
    sql: `delete from ${table} where tenant = ? and snapshot = ?
      and not exists (select 1 from snapshots s where s.tenant = ? and s.snapshot = ?)`,
    params: [tenant, snapshot, tenant, snapshot],
  }));
}

/** By unit code. @param units only these; all of them when left out. */
export async function unitResults(
  db: Db,
  tenant: string,
  snapshot: string,
  units?: readonly string[],
): Promise<UnitResult[]> {
  const some = units ? inList(units) : { sql: '', params: [] };
  const rows = await db.all<{ result: string }>(
    `select result from snapshot_units where tenant = ? and snapshot = ?${units ? ` and unit ${some.sql}` : ''} order by unit`,
    [tenant, snapshot, ...some.params],
  );
  // One made before appraisals were kept names none.
  return rows.map((row) => {
    const result = JSON.parse(row.result) as UnitResult;
    return { ...result, rows: result.rows.map((each) => ({ ...each, appraised: each.appraised ?? null })) };
  });
}

/** Written twice when a close is resumed after a crash, with the same content. */
export function putUnitResult(tenant: string, snapshot: string, result: UnitResult): Statement {
  return {
    sql: `insert into snapshot_units (tenant, snapshot, unit, result) values (?, ?, ?, ?)
      on conflict (tenant, snapshot, unit) do update set result = excluded.result`,
    params: [tenant, snapshot, result.unit, JSON.stringify(result)],
  };
}

/** By unit and officer. @param unit only those shown with this one; all of them when left out. */
export async function officerResults(
  db: Db,
  tenant: string,
  snapshot: string,
  unit?: string,
): Promise<OfficerResult[]> {
  const rows = await db.all<{ result: string }>(
    `select result from snapshot_officers where tenant = ? and snapshot = ?${unit === undefined ? '' : ' and unit = ?'}
     order by unit, officer`,
    [tenant, snapshot, ...(unit === undefined ? [] : [unit])],
  );
  return rows.map((row) => JSON.parse(row.result) as OfficerResult);
}

export async function officerResultOrNull(
  db: Db,
  tenant: string,
  snapshot: string,
  officer: string,
): Promise<OfficerResult | null> {
  const row = await oneOrNull<{ result: string }>(
    db,
    'select result from snapshot_officers where tenant = ? and snapshot = ? and officer = ?',
    [tenant, snapshot, officer],
  );
  return row && (JSON.parse(row.result) as OfficerResult);
}

export function putOfficerResult(tenant: string, snapshot: string, result: OfficerResult): Statement {
  return {
    sql: `insert into snapshot_officers (tenant, snapshot, officer, unit, result) values (?, ?, ?, ?, ?)
      on conflict (tenant, snapshot, officer) do update set result = excluded.result`,
    params: [tenant, snapshot, result.officer, result.unit, JSON.stringify(result)],
  };
}
