import type { UnitResult } from '#wire/results.ts';
import { Refusal } from '../refusal.ts';
import type { Services } from '../services.ts';
import type { StoredPeriod } from '../store/periods.ts';
import type { SnapshotOrder } from './snapshot-order.ts';

type Parts = Pick<Services, 'db' | 'keys' | 'now'>;

/** The units' results as `makeYear` would write them; nothing is written. */
export async function previewYear(_parts: Parts, _tenant: string, period: StoredPeriod): Promise<UnitResult[]> {
  throw new Refusal(503, 'year.unready', `Chưa cộng được kỳ ${period.period} từ các quý.`);
}

/** Makes the snapshot of a year from those of its quarters. */
export async function makeYear(
  parts: Parts,
  tenant: string,
  { period }: Pick<SnapshotOrder, 'period' | 'number' | 'reason' | 'actor' | 'also'>,
): Promise<void> {
  await previewYear(parts, tenant, period);
}
