import type { PeriodCheck } from '#wire/results.ts';
import { localDay } from '../clock.ts';
import type { Services } from '../services.ts';
import { partsOf, type StoredPeriod } from '../store/periods.ts';
import { checkPeriod } from './check.ts';
import { checkYear } from './check-year.ts';

/** What stands between `period` and its close, whether it takes answers or is made of quarters. */
export function checkOf(
  parts: Pick<Services, 'db' | 'keys' | 'now'>,
  tenant: string,
  period: StoredPeriod,
): Promise<PeriodCheck> {
  if (partsOf(period).length > 0) return checkYear(parts, tenant, period);
  return checkPeriod(parts, tenant, period, localDay(parts.now()));
}
