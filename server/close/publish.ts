import { Refusal } from '../refusal.ts';
import type { Services } from '../services.ts';
import { withAudit } from '../store/audit.ts';
import { periodOrNull, type StoredPeriod } from '../store/periods.ts';
import { replanned } from '../store/replanned.ts';

/**
 * Shows a sealed result to the public. Repeating it changes nothing.
 * @throws Refusal 409 `period.unsealed`: before the seal an objection may still move the figures.
 */
export function publishPeriod(
  { db, now }: Pick<Services, 'db' | 'now'>,
  tenant: string,
  { period: id }: Pick<StoredPeriod, 'period'>,
  actor: string,
): Promise<void> {
  return replanned(async () => {
    const period = await periodOrNull(db, tenant, id);
    if (period?.publishedAt) return;
    if (period?.state !== 'sealed')
      throw new Refusal(409, 'period.unsealed', 'Chưa công khai được: kỳ này chưa khóa sổ. Khóa sổ trước.');
    const entry = { actor, action: 'period.publish', subject: id, detail: { snapshot: period.snapshot } };
    await withAudit(db, tenant, now(), entry, [
      {
        // Null is refused: when another process was first, this transaction falls and with it the entry in the log.
        sql: `update periods set published_at = ?, state = case when state = 'sealed' and published_at is null then state end
          where tenant = ? and period = ?`,
        params: [now().toISOString(), tenant, id],
      },
    ]);
  });
}
