import { type Db, oneOrNull, type Statement } from './db.ts';

/** How far a snapshot that is being made has come. */
export interface StoredProgress {
  readonly snapshot: string;
  /** What is counted now: `dossiers`, then `answers`; `writing` counts nothing. */
  readonly state: 'dossiers' | 'answers' | 'writing';
  readonly done: number;
  /** As many as there were when it began. */
  readonly of: number;
  /** The unit whose dossiers are scored. */
  readonly unit: string | null;
  readonly startedAt: string;
}

/** The newest snapshot of the period that is being made or was left half-way. */
export function progressOrNull(db: Db, tenant: string, period: string): Promise<StoredProgress | null> {
  return oneOrNull(
    db,
    `select snapshot, state, done, expected as "of", unit, started_at as "startedAt" from snapshot_progress
     where tenant = ? and period = ? order by started_at desc limit 1`,
    [tenant, period],
  );
}

/** Of every snapshot of `tenant` that is being made or was left half-way. */
export function waysToSnapshots(db: Db, tenant: string): Promise<Pick<StoredProgress, 'done' | 'of'>[]> {
  return db.all('select done, expected as "of" from snapshot_progress where tenant = ?', [tenant]);
}

export function putProgress(tenant: string, period: string, p: StoredProgress): Statement {
  return {
    sql: `insert into snapshot_progress (tenant, snapshot, period, state, done, expected, unit, started_at)
      values (?, ?, ?, ?, ?, ?, ?, ?)
      on conflict (tenant, snapshot) do update set state = excluded.state, done = excluded.done,
        expected = excluded.expected, unit = excluded.unit, started_at = excluded.started_at`,
    params: [tenant, p.snapshot, period, p.state, p.done, p.of, p.unit, p.startedAt],
  };
}

export function markWritten(tenant: string, snapshot: string, unit: string, factsHash: string): Statement {
  return {
    sql: `insert into snapshot_written (tenant, snapshot, unit, facts_hash) values (?, ?, ?, ?)
      on conflict (tenant, snapshot, unit) do update set facts_hash = excluded.facts_hash`,
    params: [tenant, snapshot, unit, factsHash],
  };
}

/** Unit → hash of the facts its findings were written from, by an earlier try for the same snapshot. */
export async function writtenUnits(db: Db, tenant: string, snapshot: string): Promise<Map<string, string>> {
  const rows = await db.all<{ unit: string; hash: string }>(
    'select unit, facts_hash as hash from snapshot_written where tenant = ? and snapshot = ?',
    [tenant, snapshot],
  );
  return new Map(rows.map(({ unit, hash }) => [unit, hash]));
}

/** The snapshot is made: nothing of the way there is kept. */
export function endProgress(tenant: string, snapshot: string): Statement[] {
  return ['snapshot_progress', 'snapshot_written'].map((table) => ({
    sql: `delete from ${table} where tenant = ? and snapshot = ?`,
    params: [tenant, snapshot],
  }));
}

/** Takes away findings an interrupted try left of units that are no longer among those of the snapshot, or were not finished. */
export function dropUnwritten(tenant: string, snapshot: string): Statement {
  return {
    sql: `delete from dossier_findings where tenant = ? and snapshot = ? and not exists (
      select 1 from snapshot_written w where w.tenant = ? and w.snapshot = ? and w.unit = dossier_findings.unit)`,
    params: [tenant, snapshot, tenant, snapshot],
  };
}
