import { movedAdviceOrNull } from '../figures/moved-advice.ts';
import { Refusal } from '../refusal.ts';
import type { Services } from '../services.ts';
import { acknowledgementsOf, insertAcknowledgement, itemOf } from '../store/acknowledgements.ts';
import { withAudit } from '../store/audit.ts';
import type { StoredPeriod } from '../store/periods.ts';

/**
 * What is sealed is what is on record, or it was said why not: `reason` is put on record beside what changed. Records may go on
 * arriving, so the reason comes with the act it is for; one given to the check in the same words does as well.
 * @throws Refusal 409 `records.moved` naming what changed since the result was computed.
 */
export async function requireUnmoved(
  { db, now }: Pick<Services, 'db' | 'now'>,
  tenant: string,
  period: StoredPeriod,
  actor: string,
  reason: string | undefined,
): Promise<void> {
  const moved = await movedAdviceOrNull(db, tenant, period);
  if (moved === null) return;
  const { code, message } = moved;
  const item = itemOf(code, message);
  if ((await acknowledgementsOf(db, tenant, period.period)).some((each) => each.item === item)) return;
  if (reason === undefined)
    throw new Refusal(409, 'records.moved', `Chưa khóa sổ: ${message} Hoặc ghi lý do giữ nguyên rồi khóa sổ.`, {
      issues: [{ path: 'movedReason', message }],
    });
  const at = now();
  const entry = { actor, action: 'check.acknowledge', subject: period.period, detail: { code, reason } };
  await withAudit(db, tenant, at, entry, [
    insertAcknowledgement(tenant, period.period, { item, code, message, reason, actor, at: at.toISOString() }),
  ]);
}
