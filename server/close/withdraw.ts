import type { ReasonRequest } from '#wire/period.ts';
import { Refusal } from '../refusal.ts';
import type { Services } from '../services.ts';
import { withAudit } from '../store/audit.ts';
import { periodOrNull, type StoredPeriod } from '../store/periods.ts';
import { endPublication } from '../store/publications.ts';
import { replanned } from '../store/replanned.ts';
import { publicText } from './public-text.ts';

/**
 * Takes the figures of a period away from the public, which is told when and why. It can be published again. Repeating it
 * changes nothing.
 * @throws Refusal 409 `period.unpublished` when the public has not seen it.
 */
export function withdrawPeriod(
  { db, now }: Pick<Services, 'db' | 'now'>,
  tenant: string,
  { period: id }: Pick<StoredPeriod, 'period'>,
  actor: string,
  request: ReasonRequest,
): Promise<void> {
  const reason = publicText(request.reason);
  return replanned(async () => {
    const period = await periodOrNull(db, tenant, id);
    if (period?.withdrawnAt) return;
    const at = now();
    const shown = at.toISOString();
    if (!period?.publishedAt || period.publishedAt > shown)
      throw new Refusal(
        409,
        'period.unpublished',
        period?.publishedAt
          ? 'Chưa rút được: kỳ này chưa đến lúc công khai. Dùng Hủy hẹn công khai.'
          : 'Chưa rút được: kỳ này chưa công khai.',
      );
    const detail = { snapshot: period.snapshot, reason };
    await withAudit(db, tenant, at, { actor, action: 'period.withdraw', subject: id, detail }, [
      {
        // Null is refused: when another process was first, this transaction falls and with it the entry in the log.
        sql: `update periods set published_at = null, withdrawn_at = ?, withdrawn_reason = ?,
            state = case when published_at = ? then state end where tenant = ? and period = ?`,
        params: [shown, reason, period.publishedAt, tenant, id],
      },
      endPublication(tenant, id, 'withdrawn', actor, at, reason),
    ]);
  });
}
