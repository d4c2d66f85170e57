import { Refusal } from '../refusal.ts';
import type { StoredPeriod } from '../store/periods.ts';

/** The snapshot to be made final. @throws Refusal 409 `period.open` unless the period is closed and has one. */
export function requireClosed({ state, snapshot }: Pick<StoredPeriod, 'state' | 'snapshot'>): string {
  if (state === 'closed' && snapshot) return snapshot;
  throw new Refusal(409, 'period.open', 'Chưa khóa sổ được: kỳ này chưa chốt. Chốt kỳ trước.');
}
