import { addDays } from '#rules/calendar/date.ts';
import { formatDate } from '#rules/format.ts';
import type { IsoDate } from '#rules/law.ts';
import { localDay } from '../clock.ts';
import { Refusal } from '../refusal.ts';
import type { StoredPeriod } from './periods.ts';

const length = (p: StoredPeriod) => Date.parse(p.to) - Date.parse(p.from);

/**
 * The period a response of `day` belongs to: the shortest open one that contains it.
 * @throws Refusal 410 `period.late` when every such period is closed, 422 `period.none` when there never was one.
 */
export function responsePeriod(periods: readonly StoredPeriod[], day: IsoDate): StoredPeriod {
  const containing = periods.filter((p) => p.from <= day && day < p.to).sort((a, b) => length(a) - length(b));
  const open = containing.find((p) => p.state === 'open');
  if (open) return open;
  const [closed] = containing;
  if (!closed)
    throw new Refusal(
      422,
      'period.none',
      `Chưa mở kỳ đánh giá cho ngày ${formatDate(day)}. Quản trị tỉnh mở kỳ đánh giá rồi gửi lại.`,
    );
  const until = closed.closedAt ? localDay(new Date(closed.closedAt)) : addDays(closed.to, -1);
  throw new Refusal(
    410,
    'period.late',
    `Đã hết thời gian đánh giá hồ sơ này (hết ngày ${formatDate(until)}). Cần góp ý, mời gửi phản ánh, kiến nghị.`,
    { values: { until: formatDate(until) } },
  );
}
