import type { Outcome } from '#wire/problem.ts';
import { Refusal } from '../refusal.ts';
import { type AuditEntry, withAudit } from '../store/audit.ts';
import type { Db, Statement } from '../store/db.ts';
import { holdSettled, whileSettled } from '../store/period-hold.ts';
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
 * is being computed. @param plan throws a Refusal for an item that must not be written; the others are not touched by it.
 * @throws Refusal 503 `period.closing`.
 */
export async function putBatch<T>(
  db: Db,
  tenant: string,
  at: Date,
  { valid, outcomes }: Batch<T>,
  idOf: (item: T) => string,
  plan: (item: T) => Promise<Planned>,
  entry: Pick<AuditEntry, 'actor' | 'action' | 'subject'>,
): Promise<Outcome[]> {
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
    await whileSettled(db, tenant, () =>
      withAudit(db, tenant, at, { ...entry, detail }, [holdSettled(tenant), ...statements]),
    );
  return outcomes;
}
