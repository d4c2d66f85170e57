import type { IsoDate, LocalTime } from '../law.ts';

/** Days of the week as the calendar counts them: 0 is Sunday, 1 is Monday. */
export type Weekday = 0 | 1 | 2 | 3 | 4 | 5 | 6;

const DAY_MS = 86_400_000;

/** Whole days since 01/01/1970, in UTC so that no zone can move a date. */
function dayNumber(date: IsoDate): number {
  if (!isIsoDate(date)) throw new RangeError(`«${date}» không phải là ngày. Viết dạng 2026-11-24.`);
  return Date.parse(`${date}T00:00Z`) / DAY_MS;
}

function fromDayNumber(day: number): IsoDate {
  return new Date(day * DAY_MS).toISOString().slice(0, 10);
}

/** Whether `text` is a day that exists, e.g. `2024-02-29` but not `2023-02-29`. */
export function isIsoDate(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const ms = Date.parse(`${text}T00:00Z`);
  return !Number.isNaN(ms) && new Date(ms).toISOString().slice(0, 10) === text;
}

/** @throws RangeError when `date` does not exist. */
export function addDays(date: IsoDate, days: number): IsoDate {
  return fromDayNumber(dayNumber(date) + days);
}

/** Calendar days from `from` to `to`; negative when `to` is earlier. */
export function daysBetween(from: IsoDate, to: IsoDate): number {
  return dayNumber(to) - dayNumber(from);
}

export function weekdayOf(date: IsoDate): Weekday {
  // 01/01/1970 was a Thursday.
  return ((((dayNumber(date) + 4) % 7) + 7) % 7) as Weekday;
}

/** The day of a moment: `2026-11-24T17:00` → `2026-11-24`. */
export function dateOf(time: LocalTime): IsoDate {
  return time.slice(0, 10);
}

/** Minutes since midnight: `2026-11-24T17:00` → 1020. */
export function minuteOf(time: LocalTime): number {
  const hour = Number(time.slice(11, 13));
  const minute = Number(time.slice(14, 16));
  if (!/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}$/.test(time) || hour > 23 || minute > 59)
    throw new RangeError(`«${time}» không phải là thời điểm. Viết dạng 2026-11-24T17:00.`);
  return hour * 60 + minute;
}

/** `('2026-11-24', 1020)` → `2026-11-24T17:00`. */
export function localTime(date: IsoDate, minute: number): LocalTime {
  const two = (n: number) => String(n).padStart(2, '0');
  return `${date}T${two(Math.floor(minute / 60))}:${two(minute % 60)}`;
}
