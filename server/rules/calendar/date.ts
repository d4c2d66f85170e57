import type { IsoDate, LocalTime } from '../law.ts';

/** Days of the week as the calendar counts them: 0 is Sunday, 1 is Monday. */
export type Weekday = 0 | 1 | 2 | 3 | 4 | 5 | 6;

const MONTH_DAYS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
const isLeap = (year: number) => year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);

// Read by character and counted in integers: a close asks for the days of a million dossiers.

/** The number written in `length` digits at `at`; NaN when one of them is no digit. */
function digits(text: string, at: number, length: number): number {
  let n = 0;
  for (let i = at; i < at + length; i += 1) {
    const digit = text.charCodeAt(i) - 48;
    if (!(digit >= 0 && digit <= 9)) return Number.NaN;
    n = n * 10 + digit;
  }
  return n;
}

/** Days since 01/01/1970 of the first ten characters; NaN when they are no day that exists. */
function readDay(text: string): number {
  const year = digits(text, 0, 4);
  const month = digits(text, 5, 2);
  const day = digits(text, 8, 2);
  if (Number.isNaN(year + month + day) || text[4] !== '-' || text[7] !== '-') return Number.NaN;
  const length = month === 2 && isLeap(year) ? 29 : (MONTH_DAYS[month - 1] ?? 0);
  if (day < 1 || day > length) return Number.NaN;
  // Years begin in March, so that the leap day is the last one; 719468 days from 01/03/0000 to 01/01/1970.
  const y = month > 2 ? year : year - 1;
  const inYear = Math.floor((153 * (month > 2 ? month - 3 : month + 9) + 2) / 5) + day - 1;
  return y * 365 + Math.floor(y / 4) - Math.floor(y / 100) + Math.floor(y / 400) + inYear - 719_468;
}

/** Days since 01/01/1970. @throws RangeError when `date` does not exist. */
export function dayNumber(date: IsoDate): number {
  const day = date.length === 10 ? readDay(date) : Number.NaN;
  if (Number.isNaN(day)) throw new RangeError(`«${date}» không phải là ngày. Viết dạng 2026-11-24.`);
  return day;
}

const two = (n: number) => (n < 10 ? `0${n}` : String(n));

/** The day that is `day` days after 01/01/1970. */
export function fromDayNumber(day: number): IsoDate {
  const z = day + 719_468;
  const era = Math.floor(z / 146_097);
  const inEra = z - era * 146_097;
  const yearOfEra = Math.floor(
    (inEra - Math.floor(inEra / 1460) + Math.floor(inEra / 36_524) - Math.floor(inEra / 146_096)) / 365,
  );
  const inYear = inEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const fromMarch = Math.floor((5 * inYear + 2) / 153);
  const month = fromMarch < 10 ? fromMarch + 3 : fromMarch - 9;
  const year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0);
  return `${String(year).padStart(4, '0')}-${two(month)}-${two(inYear - Math.floor((153 * fromMarch + 2) / 5) + 1)}`;
}

/** Whether `text` is a day that exists, e.g. `2024-02-29` but not `2023-02-29`. */
export function isIsoDate(text: string): boolean {
  return text.length === 10 && !Number.isNaN(readDay(text));
}

/** @throws RangeError when `date` does not exist. */
export function addDays(date: IsoDate, days: number): IsoDate {
  return fromDayNumber(dayNumber(date) + days);
}

/** Calendar days from `from` to `to`; negative when `to` is earlier. */
export function daysBetween(from: IsoDate, to: IsoDate): number {
  return dayNumber(to) - dayNumber(from);
}

/** The weekday of a day number. 01/01/1970 was a Thursday. */
export function weekdayOfNumber(day: number): Weekday {
  return ((((day + 4) % 7) + 7) % 7) as Weekday;
}

export function weekdayOf(date: IsoDate): Weekday {
  return weekdayOfNumber(dayNumber(date));
}

/** The day of a moment: `2026-11-24T17:00` → `2026-11-24`. */
export function dateOf(time: LocalTime): IsoDate {
  return time.slice(0, 10);
}

/** Minutes since 01/01/1970 00:00 of the office's own clock. @throws RangeError when `time` is no moment that exists. */
export function momentNumber(time: LocalTime): number {
  const hour = digits(time, 11, 2);
  const minute = digits(time, 14, 2);
  const moment = readDay(time) * 1440 + hour * 60 + minute;
  const written = time.length === 16 && time[10] === 'T' && time[13] === ':';
  if (!written || Number.isNaN(moment) || hour > 23 || minute > 59)
    throw new RangeError(`«${time}» không phải là thời điểm. Viết dạng 2026-11-24T17:00.`);
  return moment;
}

/** Minutes since midnight: `2026-11-24T17:00` → 1020. @throws RangeError when `time` is no moment that exists. */
export function minuteOf(time: LocalTime): number {
  const moment = momentNumber(time);
  return moment - Math.floor(moment / 1440) * 1440;
}

/** `('2026-11-24', 1020)` → `2026-11-24T17:00`. */
export function localTime(date: IsoDate, minute: number): LocalTime {
  return `${date}T${two(Math.floor(minute / 60))}:${two(minute % 60)}`;
}
