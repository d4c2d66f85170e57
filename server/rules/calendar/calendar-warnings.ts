import { formatDate } from '../format.ts';
import type { IsoDate } from '../law.ts';
import type { Calendar } from './calendar.ts';

/**
 * What is missing of the calendar for this year and the next, a sentence each with the remedy; empty when all is known.
 * @param today `2026-11-24`.
 */
export function calendarWarnings(calendar: Calendar, today: IsoDate): string[] {
  const year = Number(today.slice(0, 4));
  const end = `${year + 2}-01-01`;
  const { covered, unverified } = calendar;
  const warnings: string[] = [];
  if (covered.to < end)
    warnings.push(
      `Lịch ngày nghỉ hết trước ngày ${formatDate(covered.to)}: hạn từ ngày đó chưa tính được. Cài bản mới có ngày nghỉ năm ${covered.to.slice(0, 4)}.`,
    );
  for (const { from, to, because, mayChange } of unverified)
    if (to > today && from < end)
      warnings.push(mayChange ? `${because} Hạn qua các ngày này có thể đổi; cài bản mới khi có thông báo.` : because);
  return warnings;
}
