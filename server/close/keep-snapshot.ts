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

/**
 * Writes `body` as a snapshot and makes it the period's newest, in one transaction with its entry in the log and `also`.
 * @throws Refusal what `judged` refuses it with.
 */
export async function keepSnapshot(
  { db, now }: Pick<Services, 'db' | 'now'>,
  tenant: string,
  { period: { period, ruleset, state }, also, judged, ...label }: SnapshotLabel,
  body: SnapshotBody,
  beside: readonly Statement[] = [],
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
    ...insertSums(tenant, name, body.sums),
    ...body.joint.map((row) => insertJointCount(tenant, name, row)),
    ...insertCounts(tenant, name, body.counts),
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
