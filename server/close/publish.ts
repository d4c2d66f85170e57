import { Refusal } from '../refusal.ts';
import type { Services } from '../services.ts';
import { withAudit } from '../store/audit.ts';
import type { StoredPeriod } from '../store/periods.ts';

/**
 * Shows a sealed result to the public. Repeating it changes nothing.
 * @throws Refusal 409 `period.unsealed`: before the seal an objection may still move the figures.
 */
export async function publishPeriod(
  { db, now }: Pick<Services, 'db' | 'now'>,
  tenant: string,
  period: StoredPeriod,
  actor: string,
): Promise<void> {
  if (period.publishedAt) return;
  if (period.state !== 'sealed')
    throw new Refusal(409, 'period.unsealed', 'Chưa công khai được: kỳ này chưa khóa sổ. Khóa sổ trước.');
  await withAudit(
    db,
    tenant,
    now(),
    { actor, action: 'period.publish', subject: period.period, detail: { snapshot: period.snapshot } },
    [
      {
        sql: 'update periods set published_at = ? where tenant = ? and period = ? and published_at is null',
        params: [now().toISOString(), tenant, period.period],
      },
    ],
  );
}
