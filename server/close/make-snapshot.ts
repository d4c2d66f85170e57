import type { UnitResult } from '#wire/results.ts';
import { Refusal } from '../refusal.ts';
import type { Services } from '../services.ts';
import { dropUnwritten, endProgress, writtenUnits } from '../store/snapshot-progress.ts';
import { deleteUnfinished, snapshotOrNull } from '../store/snapshots.ts';
import { contextOf } from './context.ts';
import { findingWriter } from './finding-writer.ts';
import { keepSnapshot, writeAhead } from './keep-snapshot.ts';
import { type CloseLease, closing, isLeaseLost, takeClose } from './lease-of-close.ts';
import { progressOf, type SnapshotProgress } from './progress.ts';
import { requireKey } from './require-key.ts';
import { snapshotBody } from './snapshot-body.ts';
import { type SnapshotOrder, snapshotName } from './snapshot-order.ts';

type Parts = Pick<Services, 'db' | 'keys' | 'now'>;

/** Whether the snapshot of `order` exists. @throws Refusal 409 `snapshot.exists` when one of its name was made of another order. */
async function isMade({ db }: Parts, tenant: string, order: SnapshotOrder): Promise<boolean> {
  const name = snapshotName(order);
  const made = await snapshotOrNull(db, tenant, name);
  if (made && (made.reason !== order.reason || made.choices !== order.choices))
    throw new Refusal(409, 'snapshot.exists', `Đã có bản chốt ${name} do việc khác vừa làm. Xem bản đó rồi làm lại.`);
  return made !== null;
}

/** Answers are read, and joined by the key of the period. @throws Refusal 503 `key.lost`. */
async function requireJoinable(
  parts: Parts,
  tenant: string,
  order: Pick<SnapshotOrder, 'period' | 'citizen' | 'sumsOf'>,
) {
  if (order.citizen === 'join' && order.sumsOf === undefined)
    await requireKey(parts, tenant, order.period.period, 'score');
}

async function make(
  parts: Parts,
  tenant: string,
  order: SnapshotOrder,
  lease: CloseLease,
  onProgress?: (progress: SnapshotProgress) => void,
): Promise<void> {
  const { db } = parts;
  await requireJoinable(parts, tenant, order);
  const ctx = contextOf(parts, tenant, order);
  const beside = () => [lease.renew()];
  await db.batch([...deleteUnfinished(tenant, ctx.snapshot), dropUnwritten(tenant, ctx.snapshot), lease.renew()]);
  const progress = progressOf(ctx, parts, beside, onProgress);
  const written = await writtenUnits(db, tenant, ctx.snapshot);
  const body = await snapshotBody(ctx, order, { progress, writer: await findingWriter(ctx, beside), written });
  await progress.begin('writing', 0);
  await writeAhead(db, tenant, ctx.snapshot, body, beside);
  const last = [...endProgress(tenant, ctx.snapshot), lease.renew()];
  await keepSnapshot(parts, tenant, order, body, { isAhead: true, beside: last });
}

/** Who slept so long that the right ran out begins again that often: what was read before no longer stands. */
const ATTEMPTS = 3;

/**
 * Makes the snapshot `order` describes and the period's newest of it; returns its name. One that was cut short is taken up again by
 * asking once more: what was written stays. One that exists already is left as it is. Nothing of it shows before it is whole.
 * @throws Refusal 409 `period.closing` while another process computes the period; `snapshot.exists` when the name was taken by
 * another order; `snapshot.sumless` when `sumsOf` kept no sums; 503 `key.lost` when answers cannot be joined.
 */
export async function makeSnapshot(
  parts: Parts,
  tenant: string,
  order: SnapshotOrder,
  onProgress?: (progress: SnapshotProgress) => void,
): Promise<string> {
  const isDone = () => isMade(parts, tenant, order);
  for (let attempt = 1; ; attempt += 1) {
    const lease = await takeClose(parts, tenant, order.period.period, isDone);
    if (!lease) break;
    try {
      await make(parts, tenant, order, lease, onProgress);
      break;
    } catch (error) {
      // Another process that took the lease when it had run out may be done by now: there is what was asked for.
      if (await isDone()) break;
      if (!isLeaseLost(error)) throw error;
      if (attempt === ATTEMPTS) throw closing(order.period.period);
    } finally {
      await lease.drop();
    }
  }
  return snapshotName(order);
}

/** The units' results as `makeSnapshot` would write them; nothing is written. @throws Refusal as `makeSnapshot`. */
export async function previewSnapshot(
  parts: Parts,
  tenant: string,
  order: Pick<SnapshotOrder, 'period' | 'choices' | 'citizen' | 'sumsOf'>,
): Promise<UnitResult[]> {
  await requireJoinable(parts, tenant, order);
  return (await snapshotBody(contextOf(parts, tenant, { ...order, number: 0 }), order, null)).units;
}
