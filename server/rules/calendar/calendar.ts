import type { IsoDate } from '../law.ts';
import { NotInForce } from '../law.ts';
import type { CalendarDay } from './calendar-day.ts';
import { HOLIDAYS } from './holidays.ts';

/** Half-open range of days. */
export interface DayRange {
  readonly from: IsoDate;
  readonly to: IsoDate;
}

export interface Calendar {
  /** Stored beside every due date, so that a later change can list the dossiers it touches. */
  readonly version: string;
  readonly covered: DayRange;
  /** Days whose holidays have not been announced: a deadline crossing them may change. */
  readonly unverified: readonly DayRange[];
  readonly days: ReadonlyMap<IsoDate, CalendarDay>;
}

export function makeCalendar(
  version: string,
  covered: DayRange,
  unverified: readonly DayRange[],
  rows: readonly CalendarDay[],
): Calendar {
  return { version, covered, unverified, days: new Map(rows.map((row) => [row.date, row])) };
}

/** Changes whenever a row of `holidays.ts` changes. */
export const CALENDAR_VERSION = 'vn-2026-11-21';

/** State agencies of Vietnam, 2018–2027. The 2027 Tết and the day beside 02/9/2027 are not announced yet. */
export const NATIONAL_CALENDAR: Calendar = makeCalendar(
  CALENDAR_VERSION,
  { from: '2018-01-01', to: '2028-01-01' },
  [
    { from: '2027-02-01', to: '2027-02-16' },
    { from: '2027-09-01', to: '2027-09-04' },
  ],
  HOLIDAYS,
);

/**
 * The row of `date`, `undefined` for an ordinary day.
 * @throws NotInForce outside the years the calendar covers.
 */
export function calendarDay(calendar: Calendar, date: IsoDate): CalendarDay | undefined {
  const { from, to } = calendar.covered;
  if (date < from || date >= to)
    throw new NotInForce(`Lịch ngày nghỉ (có từ năm ${from.slice(0, 4)}, hết trước ngày ${to})`, date);
  return calendar.days.get(date);
}

/** Whether days between `from` and `to` (both included) are not yet announced, so that a deadline counted over them may move. */
export function isUnverified(calendar: Calendar, from: IsoDate, to: IsoDate): boolean {
  return calendar.unverified.some((range) => range.from <= to && from < range.to);
}
