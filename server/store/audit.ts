import { createHash } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { type Db, oneOrNull, type Statement } from './db.ts';
import { createLine } from './in-line.ts';
import { isOvertaken, pauseMs } from './overtaken.ts';
import { storeBusy } from './store-busy.ts';

export interface AuditEntry {
  readonly actor: string;
  /** `period.close`, `key.revoke`, `results.read` … */
  readonly action: string;
  readonly subject: string;
  readonly detail?: Readonly<Record<string, unknown>>;
}

interface AuditRow {
  seq: number;
  at: string;
  actor: string;
  action: string;
  subject: string;
  detail: string;
  prev: string;
  hash: string;
}

/** Tries for a `seq` when several processes write at once. */
const ATTEMPTS = 50;

export const AUDIT_START = '0'.repeat(64);

function hashOf(tenant: string, row: Omit<AuditRow, 'hash'>): string {
  return createHash('sha256')
    .update(JSON.stringify([tenant, row.seq, row.at, row.actor, row.action, row.subject, row.detail, row.prev]))
    .digest('hex');
}

/** The hash of the newest entry; printed on every report so that a later edit of the log shows. */
export async function auditHead(db: Db, tenant: string): Promise<string> {
  const row = await oneOrNull<{ hash: string }>(
    db,
    'select hash from audit where tenant = ? order by seq desc limit 1',
    [tenant],
  );
  return row?.hash ?? AUDIT_START;
}

/** Whether some entry's hash begins so: a head printed once stays in the log for ever, unless its end was cut off. */
export async function auditHasHash(db: Db, tenant: string, start: string): Promise<boolean> {
  const sql = 'select seq from audit where tenant = ? and substr(hash, 1, ?) = ? limit 1';
  return (await oneOrNull(db, sql, [tenant, start.length, start])) !== null;
}

/**
 * The entry as a statement for the same transaction as the change it records. Two processes that race for one `seq`
 * collide on the key, so the chain never forks; `withAudit` retries.
 */
async function entryStatement(db: Db, tenant: string, at: Date, entry: AuditEntry): Promise<Statement> {
  const last = await oneOrNull<{ seq: number; hash: string }>(
    db,
    'select seq, hash from audit where tenant = ? order by seq desc limit 1',
    [tenant],
  );
  const row = {
    seq: (last?.seq ?? 0) + 1,
    at: at.toISOString(),
    actor: entry.actor,
    action: entry.action,
    subject: entry.subject,
    detail: JSON.stringify(entry.detail ?? {}),
    prev: last?.hash ?? AUDIT_START,
  };
  return {
    sql: 'insert into audit (tenant, seq, at, actor, action, subject, detail, prev, hash) values (?, ?, ?, ?, ?, ?, ?, ?, ?)',
    params: [tenant, row.seq, row.at, row.actor, row.action, row.subject, row.detail, row.prev, hashOf(tenant, row)],
  };
}

/** Writers of one process never race for a tenant's next `seq`. */
const inLine = createLine();

/**
 * Runs `statements` and the audit entry in one transaction: no change without its entry, no entry without its change.
 * @throws Refusal 503 `store.busy` when other processes took the `seq` every time; `replanned` around it begins again.
 */
export function withAudit(
  db: Db,
  tenant: string,
  at: Date,
  entry: AuditEntry,
  statements: readonly Statement[] = [],
): Promise<number[]> {
  return inLine(db, tenant, async () => {
    for (let attempt = 1; ; attempt += 1) {
      const audit = await entryStatement(db, tenant, at, entry);
      try {
        return await db.batch([...statements, audit]);
      } catch (error) {
        // Another process took the `seq`.
        if (!isOvertaken(error, 'audit')) throw error;
        if (attempt === ATTEMPTS) throw storeBusy(error);
        await sleep(pauseMs(attempt));
      }
    }
  });
}

/** Walks the chain. Returns the first `seq` that does not follow, or `null` when every row does. */
export async function verifyAudit(db: Pick<Db, 'all'>, tenant: string): Promise<number | null> {
  let prev = AUDIT_START;
  let expected = 1;
  for (;;) {
    const rows = await db.all<AuditRow>(
      'select seq, at, actor, action, subject, detail, prev, hash from audit where tenant = ? and seq >= ? order by seq limit 1000',
      [tenant, expected],
    );
    for (const row of rows) {
      if (row.seq !== expected || row.prev !== prev || row.hash !== hashOf(tenant, row)) return expected;
      prev = row.hash;
      expected += 1;
    }
    if (rows.length < 1000) return null;
  }
}
