import { Refusal } from '../refusal.ts';
import type { Db } from '../store/db.ts';
import { periodOrNull, type StoredPeriod } from '../store/periods.ts';

/** The period `id` as a field of a request names it. @throws Refusal 422 `period.unknown`. */
export async function periodNamed(db: Db, tenant: string, id: string): Promise<StoredPeriod> {
  const period = await periodOrNull(db, tenant, id);
  if (period) return period;
  throw new Refusal(422, 'period.unknown', `Không có kỳ ${id}. Chọn kỳ trong danh sách.`, {
    issues: [{ path: 'period', message: 'không có kỳ này' }],
  });
}
