import { formatDateRange } from '#rules/format.ts';
import { lastDay, overlaps } from '#rules/period.ts';
import type { ReasonRequest } from '#wire/period.ts';
import { Refusal } from '../refusal.ts';
import type { Services } from '../services.ts';
import { withAudit } from '../store/audit.ts';
import { partsOf, periodOrNull, periodsOf, type StoredPeriod } from '../store/periods.ts';
import { takeClose } from './lease-of-close.ts';
import { sealingRefusal } from './sealing-refusal.ts';

const asPeriod = (p: StoredPeriod) => ({ ...p, id: p.period });

/** @throws Refusal 409 `period.state`, `period.parts`, `period.overlap`. */
async function requireReopenable({ db }: Pick<Services, 'db'>, tenant: string, period: StoredPeriod): Promise<void> {
  if (period.state === 'sealed')
    throw new Refusal(409, 'period.state', 'Không mở lại được: kỳ này đã khóa sổ, phiếu đã cắt khỏi hồ sơ.');
  if (period.sealBegunAt !== null) throw sealingRefusal();
  if (partsOf(period).length > 0)
    throw new Refusal(409, 'period.parts', 'Kỳ này cộng từ các quý nên không nhận phiếu. Mở lại quý cần sửa.');
  const other = (await periodsOf(db, tenant)).find(
    (p) => p.period !== period.period && p.state === 'open' && overlaps(asPeriod(p), asPeriod(period)),
  );
  if (!other) return;
  const days = formatDateRange(other.from, lastDay(asPeriod(other)));
  throw new Refusal(
    409,
    'period.overlap',
    `Không mở lại được: kỳ ${other.period} (${days}) đang mở và trùng ngày, mà mỗi phiếu chỉ tính vào một kỳ. Chốt kỳ đó trước.`,
  );
}

/**
 * Lets answers into a closed period again: one whose close was cut short, or whose result is provisional. Snapshots made of it stay
 * on record, none of them counts; the next close makes another. An open period stays as it is.
 * @throws Refusal 409 `period.state` once sealed, `period.sealing`, `period.parts` for a year made of quarters, `period.overlap`, `period.closing`
 * while it is being computed.
 */
export async function reopenPeriod(
  { db, now }: Pick<Services, 'db' | 'now'>,
  tenant: string,
  { period: id }: Pick<StoredPeriod, 'period'>,
  actor: string,
  { reason }: ReasonRequest,
): Promise<void> {
  const period = await periodOrNull(db, tenant, id);
  if (!period || period.state === 'open') return;
  await requireReopenable({ db }, tenant, period);
  // Whoever computes holds the lease of the close: its result must not arrive in an open period.
  const lease = await takeClose({ db, now }, tenant, id, async () => false);
  try {
    const detail = { reason, snapshot: period.snapshot };
    await withAudit(db, tenant, now(), { actor, action: 'period.reopen', subject: id, detail }, [
      {
        // Null is refused: when another process sealed or opened one meanwhile, this transaction falls.
        sql: `update periods set closed_at = null, snapshot = null, state = case when state = 'closed' and seal_begun_at is null and not exists (
            select 1 from periods o where o.tenant = periods.tenant and o.period <> periods.period and o.state = 'open'
              and o.from_day < periods.to_day and o.to_day > periods.from_day) then 'open' end
          where tenant = ? and period = ?`,
        params: [tenant, id],
      },
      ...(lease ? [lease.renew()] : []),
    ]);
  } finally {
    await lease?.drop();
  }
}
