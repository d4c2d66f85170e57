import type { Services } from '../services.ts';
import { nextSnapshotNumber } from '../store/period-snapshots.ts';
import type { StoredPeriod } from '../store/periods.ts';
import { makeYear } from './make-year.ts';

/**
 * Makes the result of a year of the snapshots of its quarters. A year that has one stays as it is.
 * @throws Refusal 409 `period.blocked` naming the quarters that are not closed or were scored differently, `snapshot.sumless`.
 */
export async function closeYear(
  parts: Pick<Services, 'db' | 'now'>,
  tenant: string,
  period: StoredPeriod,
  actor: string,
): Promise<void> {
  if (period.state !== 'waiting') return;
  const { db, now } = parts;
  const number = await nextSnapshotNumber(db, tenant, period.period);
  const closed = {
    // Null is refused: when another process was first, nothing of this happens.
    sql: `update periods set closed_at = ?, state = case when state = 'waiting' then 'closed' end
      where tenant = ? and period = ?`,
    params: [now().toISOString(), tenant, period.period],
  };
  await makeYear(parts, tenant, { period, number, reason: 'Cộng từ các quý', actor, also: [closed] });
}
