import type { ImportKind } from '#wire/import.ts';
import { type Db, oneOrNull, type Statement } from './db.ts';

/** How far an import is. All are numbers of rows, faults or items. */
export interface ImportCounts {
  /** Rows and faults of the file dealt with. */
  readonly position: number;
  readonly read: number;
  readonly created: number;
  readonly updated: number;
  readonly repeated: number;
  readonly refused: number;
  readonly faults: number;
  readonly notices: number;
}

export interface StoredImport extends ImportCounts {
  readonly id: string;
  readonly kind: ImportKind;
  readonly dry: boolean;
  readonly actor: string;
  /** JSON of `ImportOptions`, and of what was found in the file. */
  readonly options: string;
  readonly found: string;
  readonly state: 'running' | 'done' | 'stopped' | 'failed' | 'undoing' | 'undone';
  readonly holder: string;
  readonly stopAsked: boolean;
  /** SHA-256 over what was kept of the first `position` rows. */
  readonly rowsHash: string;
  readonly takenBack: number;
  readonly kept: number;
  /** JSON `{ code, message }`, or `null`. */
  readonly failure: string | null;
  readonly startedAt: string;
  readonly updatedAt: string;
  readonly endedAt: string | null;
  /** Somebody holds the lease on it. */
  readonly alive: boolean;
}

/** The lease that lets one process at a time take in, or take back, a file of the tenant. */
export const IMPORT_LEASE = 'import';

type Row = Omit<StoredImport, 'dry' | 'stopAsked' | 'alive'> & { dry: number; stopAsked: number; alive: number };

const SELECT = `select i.import as id, i.kind, i.dry, i.actor, i.options, i.found, i.state, i.holder,
    i.stop_asked as "stopAsked", i.rows_hash as "rowsHash", i.position, i.read_rows as read, i.created, i.updated,
    i.repeated, i.refused, i.faults, i.notices, i.taken_back as "takenBack", i.kept, i.failure,
    i.started_at as "startedAt", i.updated_at as "updatedAt", i.ended_at as "endedAt",
    case when l.holder = i.holder and l.until_at > ? then 1 else 0 end as alive
  from imports i left join leases l on l.tenant = i.tenant and l.name = '${IMPORT_LEASE}'`;

const toImport = (row: Row): StoredImport => ({
  ...row,
  dry: row.dry === 1,
  stopAsked: row.stopAsked === 1,
  alive: row.alive === 1,
});

export async function importOrNull(db: Db, tenant: string, id: string, now: Date): Promise<StoredImport | null> {
  const row = await oneOrNull<Row>(db, `${SELECT} where i.tenant = ? and i.import = ?`, [
    now.toISOString(),
    tenant,
    id,
  ]);
  return row && toImport(row);
}

/** Whether somebody takes in, or takes back, a file of the tenant just now. */
export async function importUnderWay(db: Db, tenant: string, now: Date): Promise<boolean> {
  const sql = "select 1 as yes from leases where tenant = ? and name = ? and holder <> '' and until_at > ?";
  return (await oneOrNull(db, sql, [tenant, IMPORT_LEASE, now.toISOString()])) !== null;
}

/** The newest imports first; with `actor` those of this person alone. */
export async function importsOf(
  db: Db,
  tenant: string,
  actor: string | null,
  now: Date,
  limit: number,
): Promise<StoredImport[]> {
  const own = actor === null ? { sql: '', params: [] } : { sql: ' and i.actor = ?', params: [actor] };
  const rows = await db.all<Row>(
    `${SELECT} where i.tenant = ?${own.sql} order by i.started_at desc, i.import desc limit ?`,
    [now.toISOString(), tenant, ...own.params, limit],
  );
  return rows.map(toImport);
}

export function insertImport(
  tenant: string,
  start: Pick<StoredImport, 'id' | 'kind' | 'dry' | 'actor' | 'options' | 'found' | 'holder' | 'rowsHash'>,
  now: Date,
): Statement {
  const at = now.toISOString();
  return {
    sql: `insert into imports (tenant, import, kind, dry, actor, options, found, state, holder, stop_asked, position,
        rows_hash, read_rows, created, updated, repeated, refused, faults, notices, taken_back, kept, failure,
        started_at, updated_at, ended_at)
      values (?, ?, ?, ?, ?, ?, ?, 'running', ?, 0, 0, ?, 0, 0, 0, 0, 0, 0, 0, 0, 0, null, ?, ?, null)`,
    params: [
      tenant,
      start.id,
      start.kind,
      start.dry ? 1 : 0,
      start.actor,
      start.options,
      start.found,
      start.holder,
      start.rowsHash,
      at,
      at,
    ],
  };
}

/** Somebody takes the work on it up again. */
export function resumeImport(tenant: string, id: string, holder: string, now: Date): Statement {
  return {
    sql: `update imports set state = 'running', holder = ?, stop_asked = 0, failure = null, ended_at = null, updated_at = ?
      where tenant = ? and import = ?`,
    params: [holder, now.toISOString(), tenant, id],
  };
}

/** For the transaction of a batch: how far it now is. */
export function advanceImport(
  tenant: string,
  id: string,
  counts: ImportCounts,
  rowsHash: string,
  now: Date,
): Statement {
  return {
    sql: `update imports set position = ?, rows_hash = ?, read_rows = ?, created = ?, updated = ?, repeated = ?,
        refused = ?, faults = ?, notices = ?, updated_at = ?
      where tenant = ? and import = ?`,
    params: [
      counts.position,
      rowsHash,
      counts.read,
      counts.created,
      counts.updated,
      counts.repeated,
      counts.refused,
      counts.faults,
      counts.notices,
      now.toISOString(),
      tenant,
      id,
    ],
  };
}

/** `failure`: JSON of what ended it. */
export function endImport(
  tenant: string,
  id: string,
  state: 'done' | 'stopped' | 'failed',
  failure: string | null,
  now: Date,
): Statement {
  const at = now.toISOString();
  return {
    sql: 'update imports set state = ?, failure = ?, updated_at = ?, ended_at = ? where tenant = ? and import = ?',
    params: [state, failure, at, at, tenant, id],
  };
}

/** Whoever works on it ends after the batch it is at. */
export function askStop(tenant: string, id: string): Statement {
  return { sql: 'update imports set stop_asked = 1 where tenant = ? and import = ?', params: [tenant, id] };
}

export async function stopAsked(db: Db, tenant: string, id: string): Promise<boolean> {
  const row = await oneOrNull<{ stop: number }>(
    db,
    'select stop_asked as stop from imports where tenant = ? and import = ?',
    [tenant, id],
  );
  return row?.stop === 1;
}

/** Begins, goes on with or ends taking it back; the numbers are added to those before. */
export function moveUndo(
  tenant: string,
  id: string,
  move: {
    readonly state: 'undoing' | 'undone';
    readonly holder: string;
    readonly takenBack: number;
    readonly kept: number;
  },
  now: Date,
): Statement {
  const at = now.toISOString();
  return {
    sql: `update imports set state = ?, holder = ?, taken_back = taken_back + ?, kept = kept + ?, updated_at = ?, ended_at = ?
      where tenant = ? and import = ?`,
    params: [move.state, move.holder, move.takenBack, move.kept, at, move.state === 'undone' ? at : null, tenant, id],
  };
}

/** Forgets an import and all that was kept of it; what it brought in stays. For trials. */
export function deleteImport(tenant: string, id: string): Statement[] {
  return ['import_rows', 'import_faults', 'imports'].map((table) => ({
    sql: `delete from ${table} where tenant = ? and import = ?`,
    params: [tenant, id],
  }));
}
