import { Refusal } from '../refusal.ts';
import type { Db } from '../store/db.ts';
import { periodOrNull, type StoredPeriod } from '../store/periods.ts';

/** The period an address names. @throws Refusal 404 `period.unknown`. */
export async function periodAt(db: Db, tenant: string, id: string | undefined): Promise<StoredPeriod> {
  const period = await periodOrNull(db, tenant, id ?? '');
  if (!period) throw new Refusal(404, 'period.unknown', `Không có kỳ ${id}. Chọn kỳ trong danh sách.`);
  return period;
}
