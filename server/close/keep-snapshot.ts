import type { Services } from '../services.ts';
import { auditHead, withAudit } from '../store/audit.ts';
import type { Statement } from '../store/db.ts';
import { insertJudged } from '../store/flags.ts';
import { insertJointCount } from '../store/joint-counts.ts';
import { insertCounts } from '../store/snapshot-counts.ts';
import { insertMisreading } from '../store/snapshot-misreadings.ts';
import { insertSums } from '../store/snapshot-sums.ts';
import { insertSnapshot, putOfficerResult, putUnitResult } from '../store/snapshots.ts';
import { contentHash } from './content-hash.ts';
import type { SnapshotBody } from './snapshot-body.ts';
import { type SnapshotOrder, snapshotName } from './snapshot-order.ts';

/** What names a snapshot, whatever it is made of. */
export type SnapshotLabel = Pick<
  SnapshotOrder,
  'period' | 'number' | 'reason' | 'choices' | 'actor' | 'also' | 'judged'
>;

/** Statements of one transaction; rows of counts come a hundred a statement. */
const TOGETHER = 100;

/** What stands behind the results. */
function* rowsBehind(tenant: string, name: string, { sums, joint, counts }: SnapshotBody): Generator<Statement> {
  yield* insertSums(tenant, name, sums);
  for (const row of joint) yield insertJointCount(tenant, name, row);
  yield* insertCounts(tenant, name, counts);
}

/**
 * Writes what stands behind the results of a large province before the rest: in one transaction it would have to be held at once. Nobody
 * reads it before the snapshot is there, and whoever makes it alone (`lease-of-close.ts`) clears it away when it begins again.
 * @param beside goes into each transaction.
 */
export async function writeAhead(
  db: Services['db'],
  tenant: string,
  name: string,
  body: SnapshotBody,
  beside: () => readonly Statement[],
): Promise<void> {
  let statements: Statement[] = [];
  for (const statement of rowsBehind(tenant, name, body)) {
    statements.push(statement);
    if (statements.length < TOGETHER) continue;
    await db.batch([...statements, ...beside()]);
    statements = [];
  }
  await db.batch([...statements, ...beside()]);
}

/**
 * Writes `body` as a snapshot and makes it the period's newest, in one transaction with its entry in the log and `also`.
 * @param isAhead true = what stands behind the results is written already (`writeAhead`).
 * @throws Refusal what `judged` refuses it with.
 */
export async function keepSnapshot(
  { db, now }: Pick<Services, 'db' | 'now'>,
  tenant: string,
  { period: { period, ruleset, state }, also, judged, ...label }: SnapshotLabel,
  body: SnapshotBody,
  { isAhead = false, beside = [] }: { readonly isAhead?: boolean; readonly beside?: readonly Statement[] } = {},
): Promise<string> {
  const name = snapshotName({ period: { period }, number: label.number });
  const judgement = judged?.(body.units) ?? [];
  const { factsHash } = body;
  const hash = contentHash(body);
  const { number, reason, choices, actor } = label;
  const stored = {
    ...{ snapshot: name, period, number, reason, ruleset, choices, factsHash, contentHash: hash },
    ...{ auditHead: await auditHead(db, tenant), createdAt: now().toISOString() },
    citizenFrozenFrom: body.origin.citizenFrozenFrom,
  };
  const newest = {
    sql: 'update periods set snapshot = ? where tenant = ? and period = ?',
    params: [name, tenant, period],
  };
  // What is provisional may be taken away again, and the log keeps for good: no hash there to try it out against. The seal logs it.
  const detail = state === 'sealed' ? { factsHash, contentHash: hash } : {};
  const entry = { actor, action: 'snapshot.create', subject: name, detail };
  await withAudit(db, tenant, now(), entry, [
    ...body.units.map((result) => putUnitResult(tenant, name, result)),
    ...body.officers.map((result) => putOfficerResult(tenant, name, result)),
    ...(isAhead ? [] : rowsBehind(tenant, name, body)),
    ...insertJudged(tenant, name, body.judged),
    ...body.misread.map((row) => insertMisreading(tenant, name, row)),
    insertSnapshot(tenant, stored, body.origin),
    newest,
    ...beside,
    ...also,
    ...judgement,
  ]);
  return name;
}
