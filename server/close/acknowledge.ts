import type { AcknowledgeRequest } from '#wire/period.ts';
import { Refusal } from '../refusal.ts';
import type { Services } from '../services.ts';
import { insertAcknowledgement, itemOf } from '../store/acknowledgements.ts';
import { withAudit } from '../store/audit.ts';
import type { StoredPeriod } from '../store/periods.ts';
import { checkOf } from './check-of.ts';

/**
 * Puts on record that advice of the check was read and why it is left as it is; printed with every later snapshot of the period.
 * @throws Refusal 409 `check.changed` when the check does not say so, or no longer: it is to be read anew.
 */
export async function acknowledge(
  parts: Pick<Services, 'db' | 'keys' | 'now'>,
  tenant: string,
  period: StoredPeriod,
  actor: string,
  { code, message, reason }: AcknowledgeRequest,
): Promise<void> {
  const { db, now } = parts;
  const { advisory } = await checkOf(parts, tenant, period);
  const found = advisory.find((each) => each.code === code && each.message === message);
  if (!found)
    throw new Refusal(409, 'check.changed', 'Mục này đã thay đổi hoặc không còn. Bấm Kiểm tra lại rồi xem lại.');
  if (found.kept === reason) return;
  const [item, at] = [itemOf(code, message), now()];
  const entry = { actor, action: 'check.acknowledge', subject: period.period, detail: { code, reason } };
  await withAudit(db, tenant, at, entry, [
    insertAcknowledgement(tenant, period.period, { item, code, message, reason, actor, at: at.toISOString() }),
  ]);
}
