import { formatList } from '#rules/format.ts';
import { Refusal } from '../refusal.ts';
import type { Services } from '../services.ts';
import { withAudit } from '../store/audit.ts';
import type { StoredPeriod } from '../store/periods.ts';
import { snapshotOrNull } from '../store/snapshots.ts';
import { emptySuperseded } from '../store/superseded-snapshots.ts';
import { labelOf, quartersOf } from './quarters.ts';
import { requireClosed } from './require-closed.ts';

/**
 * Makes the result of a year of quarters final. It holds no answers of its own, so nothing is cut loose here.
 * @throws Refusal 409 `period.open`, `quarters.unsealed`, `year.outdated`.
 */
export async function sealYear(
  { db, now }: Pick<Services, 'db' | 'now'>,
  tenant: string,
  period: StoredPeriod,
  actor: string,
): Promise<void> {
  if (period.state === 'sealed') return;
  const snapshot = requireClosed(period);
  const { quarters } = await quartersOf(db, tenant, period);
  const unsealed = quarters.filter((quarter) => quarter.period.state !== 'sealed');
  if (unsealed.length > 0)
    throw new Refusal(
      409,
      'quarters.unsealed',
      `Chưa khóa sổ được: ${formatList(unsealed.map((quarter) => labelOf(quarter.period)))} chưa khóa sổ. Khóa sổ các quý trước.`,
    );
  if (period.outdated)
    throw new Refusal(409, 'year.outdated', 'Chưa khóa sổ được: một quý đã có bản chốt mới. Tính lại kỳ này trước.');
  const { factsHash, contentHash } = (await snapshotOrNull(db, tenant, snapshot)) ?? {};
  const detail = { snapshot, factsHash, contentHash };
  await withAudit(db, tenant, now(), { actor, action: 'period.seal', subject: period.period, detail }, [
    {
      sql: `update periods set sealed_at = ?, state = case when state = 'closed' and snapshot = ? then 'sealed' end
        where tenant = ? and period = ?`,
      params: [now().toISOString(), snapshot, tenant, period.period],
    },
    ...(await emptySuperseded(db, tenant, period.period, snapshot)),
  ]);
}
