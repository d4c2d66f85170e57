import type { UnitSums } from '#rules/checks/sums.ts';
import { dayAnswers } from '../store/answer-counts.ts';
import type { CloseContext } from './context.ts';

/** Fills `answers` of every unit of `units`: that people answered and by which way, never what. What is of no unit of them is left out. */
export async function fillAnswers(ctx: CloseContext, units: ReadonlyMap<string, UnitSums>): Promise<void> {
  const { db, tenant, period } = ctx;
  for (const { unit, day, n, unprinted } of await dayAnswers(db, tenant, period.id)) {
    const sums = units.get(unit)?.answers;
    if (!sums) continue;
    sums.answers += n;
    if (unprinted > 0) sums.days.set(day, unprinted);
  }
}
