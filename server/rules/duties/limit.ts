import { addDays, dateOf, localTime, minuteOf } from '../calendar/date.ts';
import {
  addWorkingDays,
  addWorkingTime,
  closingOf,
  isWorkingDay,
  type Office,
  sessionsOn,
} from '../calendar/working-time.ts';
import { formatDate, formatMoment } from '../format.ts';
import type { IsoDate, LocalTime } from '../law.ts';

const HOUR = 60;
const DAY_END = 24 * HOUR - 1;

// Nobody hands over at the minute of opening; the text says «giờ», not «giờ làm việc».
const FIRST_SESSION = '«Đầu giờ» được hiểu là đến hết buổi làm việc đầu tiên.';
const DAY_OFF = 'Tiếp nhận ngày nghỉ được coi như tiếp nhận đầu ngày làm việc kế tiếp.';
const CLOCK_HOURS = 'Giờ được hiểu là giờ đồng hồ, kể cả ngoài giờ làm việc.';

/** Until when something must be done. */
export interface Limit {
  /** The moment shown. */
  readonly by: LocalTime;
  /** The last moment that still counts as in time; a limit in days lasts to the end of its day. */
  readonly last: LocalTime;
  /** `hết ngày 24/11/2026`, for a sentence. */
  readonly words: string;
  /** What of it is our reading, a Vietnamese sentence; absent = the words of the article. */
  readonly reading?: string;
}

const ofDay = (day: IsoDate, office: Office): Limit => ({
  by: closingOf(day, office) ?? localTime(day, DAY_END),
  last: localTime(day, DAY_END),
  words: `hết ngày ${formatDate(day)}`,
});

const ofMoment = (at: LocalTime): Limit => ({ by: at, last: at, words: formatMoment(at) });

/** `days` working days; the day of `from` is not counted. */
export function workingDaysFrom(from: LocalTime, days: number, office: Office): Limit {
  return ofDay(addWorkingDays(dateOf(from), days, office), office);
}

/** `days` days of the calendar; the day of `from` is not counted. */
export function daysFrom(from: LocalTime, days: number, office: Office): Limit {
  return ofDay(addDays(dateOf(from), days), office);
}

/** `hours` of office time. */
export function workingHoursFrom(from: LocalTime, hours: number, office: Office): Limit {
  return ofMoment(addWorkingTime(from, hours * HOUR, office));
}

/** `hours` of the clock, also at night and on days off. */
export function hoursFrom(from: LocalTime, hours: number): Limit {
  const minute = minuteOf(from) + hours * HOUR;
  const days = Math.floor(minute / (24 * HOUR));
  return { ...ofMoment(localTime(addDays(dateOf(from), days), minute - days * 24 * HOUR)), reading: CLOCK_HOURS };
}

/**
 * The same working day, or «đầu giờ» of the next one when `from` is after minute `sameDayUpTo`. What comes in on a day off counts as
 * come in at the opening of the next working day.
 */
export function sameDayOrNextStart(from: LocalTime, sameDayUpTo: number, office: Office): Limit {
  const day = dateOf(from);
  if (!isWorkingDay(day, office)) return { ...ofDay(addWorkingDays(day, 0, office), office), reading: DAY_OFF };
  if (minuteOf(from) <= sameDayUpTo) return ofDay(day, office);
  const next = addWorkingDays(day, 1, office);
  const session = sessionsOn(next, office)[0] ?? { from: 0, to: DAY_END };
  return {
    by: localTime(next, session.from),
    last: localTime(next, session.to),
    words: `đầu giờ ngày ${formatDate(next)}`,
    reading: FIRST_SESSION,
  };
}
