import { formatDate } from '#rules/format.ts';
import type { PublicResults } from '#wire/results.ts';
import { localDay } from '../clock.ts';
import { publicResults } from '../figures/public-results.ts';
import { Refusal } from '../refusal.ts';
import type { Services } from '../services.ts';
import { periodOrNull } from '../store/periods.ts';

/**
 * What the public sees of a period now; `snapshot` names an earlier version.
 * @throws Refusal 404 `period.unpublished`, also for a snapshot the public was never shown; 410 `period.withdrawn`.
 */
export async function publishedResults(
  { db, now }: Services,
  tenant: string,
  period: string,
  snapshot?: string,
): Promise<PublicResults> {
  const results = await publicResults(db, tenant, period, now(), snapshot);
  if (results) return results;
  const stored = await periodOrNull(db, tenant, period);
  if (!stored?.withdrawnAt) throw new Refusal(404, 'period.unpublished', 'Kỳ này chưa công khai.');
  const day = formatDate(localDay(new Date(stored.withdrawnAt)));
  throw new Refusal(
    410,
    'period.withdrawn',
    `Kết quả kỳ này đã được rút ngày ${day}. Lý do: ${stored.withdrawnReason}`,
  );
}
