import { formatDate } from '#rules/format.ts';
import type { IsoDate } from '#rules/law.ts';
import { Refusal } from '../refusal.ts';
import { periodLate } from './period-late.ts';
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
  throw periodLate(closed);
}
