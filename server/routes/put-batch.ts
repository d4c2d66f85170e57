import type { Outcome } from '#wire/problem.ts';
import { Refusal } from '../refusal.ts';
import { type AuditEntry, withAudit } from '../store/audit.ts';
import type { Db, Statement } from '../store/db.ts';
import { holdSettled, whileSettled } from '../store/period-hold.ts';
import { replanned } from '../store/replanned.ts';
import { type Batch, refused } from './read-batch.ts';

/** What one item would write. */
export interface Planned {
  readonly outcome: 'created' | 'updated' | 'repeated';
  readonly statements: readonly Statement[];
  /** What the log says of it, no personal data; absent = the log only counts it. */
  readonly logged?: unknown;
}

/**
 * Plans every valid item of `batch` alone and writes what may be written in one transaction with one entry in the log, while no period
 * is being computed. When another process wrote in between, all of it is planned anew.
 * @param begin reads what the plans need and gives the planner, which throws a Refusal for an item that must not be written.
 * @throws Refusal 503 `period.closing`.
 */
export function putBatch<T>(
  db: Db,
  tenant: string,
  at: Date,
  { valid, outcomes }: Batch<T>,
  idOf: (item: T) => string,
  begin: () => Promise<(item: T) => Promise<Planned>>,
  entry: Pick<AuditEntry, 'actor' | 'action' | 'subject'>,
): Promise<Outcome[]> {
  return replanned(async () => {
    const plan = await begin();
    const statements: Statement[] = [];
    const logged: unknown[] = [];
    let n = 0;
    for (const { index, item } of valid) {
      const id = idOf(item);
      try {
        const planned = await plan(item);
        statements.push(...planned.statements);
        if (planned.statements.length) n += 1;
        if (planned.logged !== undefined) logged.push(planned.logged);
        outcomes[index] = { outcome: planned.outcome, id };
      } catch (error) {
        if (!(error instanceof Refusal)) throw error;
        outcomes[index] = refused(id, error);
      }
    }
    const detail = { n, ...(logged.length > 0 && { items: logged }) };
    if (statements.length)
      await whileSettled(db, tenant, at, () =>
        withAudit(db, tenant, at, { ...entry, detail }, [...holdSettled(tenant, at), ...statements]),
      );
    // Nothing to write, and yet told as stored: as durable as if it had just been written.
    else if (outcomes.some((each) => each?.outcome === 'repeated')) await db.batch([]);
    return outcomes;
  });
}
