import { addDays } from '#rules/calendar/date.ts';
import { formatDate } from '#rules/format.ts';
import { localDay } from '../clock.ts';
import { Refusal } from '../refusal.ts';
import type { StoredPeriod } from './periods.ts';

/** 410 `period.late`: `period`, to which the answer would belong, takes none any more. */
export function periodLate({ closedAt, to }: Pick<StoredPeriod, 'closedAt' | 'to'>): Refusal {
  const until = formatDate(closedAt ? localDay(new Date(closedAt)) : addDays(to, -1));
  return new Refusal(
    410,
    'period.late',
    `Đã hết thời gian đánh giá hồ sơ này (hết ngày ${until}). Cần góp ý, mời gửi phản ánh, kiến nghị.`,
    { values: { until } },
  );
}
