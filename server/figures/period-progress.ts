import type { PeriodProgress } from '#wire/progress.ts';
import type { Services } from '../services.ts';
import { isLeased } from '../store/leases.ts';
import { progressOrNull } from '../store/snapshot-progress.ts';

/** @param lease held by whoever computes the period. */
export async function periodProgress(
  { db, now }: Pick<Services, 'db' | 'now'>,
  tenant: string,
  period: string,
  lease: string,
): Promise<PeriodProgress> {
  const progress = await progressOrNull(db, tenant, period);
  if (!progress) return { state: 'idle', done: 0, of: 0, unit: null, startedAt: null };
  const { done, of, unit, startedAt } = progress;
  const state = (await isLeased(db, tenant, lease, now())) ? progress.state : 'stopped';
  return { state, done, of, unit, startedAt };
}
