import type { IsoDate, LocalTime } from '../law.ts';
import { roundHalfUp } from '../points.ts';
import { type Calendar, calendarDay, NATIONAL_CALENDAR } from './calendar.ts';
import { addDays, dateOf, localTime, minuteOf, weekdayOf } from './date.ts';
import { DEFAULT_OFFICE_HOURS, dayMinutes, type OfficeHours, type Session } from './office-hours.ts';

/** What working time is counted with. */
export interface Office {
  readonly calendar: Calendar;
  readonly hours: OfficeHours;
}

export const DEFAULT_OFFICE: Office = { calendar: NATIONAL_CALENDAR, hours: DEFAULT_OFFICE_HOURS };

/**
 * Whether `date` counts as one working day (BLLĐ 2019 Đ111–112 and the yearly notices).
 * @throws NotInForce outside the calendar's years.
 */
export function isWorkingDay(date: IsoDate, office: Office): boolean {
  const row = calendarDay(office.calendar, date);
  if (row) return row.kind === 'extraWorkday';
  return office.hours.counted.includes(weekdayOf(date));
}

/** When the office is open on `date`; empty on a day off. A make-up day has Monday's hours unless it has its own. */
export function sessionsOn(date: IsoDate, office: Office): readonly Session[] {
  const { hours } = office;
  const row = calendarDay(office.calendar, date);
  if (row?.kind === 'holiday') return [];
  if (row?.kind === 'extraWorkday') return hours.extraWorkday ?? hours.sessions[1] ?? [];
  return hours.sessions[weekdayOf(date)] ?? [];
}

/**
 * The day on which the `n`-th working day after `from` falls; the day of receipt itself is not counted.
 * @param n whole number, 0 or more; 0 gives `from`, or the next working day when `from` is off.
 */
export function addWorkingDays(from: IsoDate, n: number, office: Office): IsoDate {
  if (!Number.isSafeInteger(n) || n < 0) throw new RangeError(`addWorkingDays(${n}): a whole number, 0 or more`);
  let date = from;
  if (n === 0) while (!isWorkingDay(date, office)) date = addDays(date, 1);
  for (let left = n; left > 0; ) {
    date = addDays(date, 1);
    if (isWorkingDay(date, office)) left -= 1;
  }
  return date;
}

/** Working days after `from` up to and including `to`: what `addWorkingDays` counts. 0 when `to` is not later. */
export function workingDaysBetween(from: IsoDate, to: IsoDate, office: Office): number {
  let count = 0;
  for (let date = addDays(from, 1); date <= to; date = addDays(date, 1)) if (isWorkingDay(date, office)) count += 1;
  return count;
}

/**
 * The moment at which `minutes` of office time have passed since `from`. Time outside the sessions does not run; a result that
 * exhausts a session is its closing time, not the next opening. 0 gives `from`, or the next opening when the office is shut.
 */
export function addWorkingTime(from: LocalTime, minutes: number, office: Office): LocalTime {
  if (!Number.isSafeInteger(minutes) || minutes < 0)
    throw new RangeError(`addWorkingTime(${minutes}): whole minutes, 0 or more`);
  let left = minutes;
  let start = minuteOf(from);
  for (let date = dateOf(from); ; date = addDays(date, 1), start = 0) {
    for (const session of sessionsOn(date, office)) {
      const begin = Math.max(session.from, start);
      if (begin > session.to || (begin === session.to && left > 0)) continue;
      if (begin + left <= session.to) return localTime(date, begin + left);
      left -= session.to - begin;
    }
  }
}

/** Minutes of office time from `from` to `to`; negative when `to` is earlier. */
export function workingMinutesBetween(from: LocalTime, to: LocalTime, office: Office): number {
  if (to < from) return -workingMinutesBetween(to, from, office);
  let sum = 0;
  // A span that ends at 00:00 asks nothing of that day, which may be the first one the calendar does not cover.
  const last = minuteOf(to) === 0 && to > from ? addDays(dateOf(to), -1) : dateOf(to);
  for (let date = dateOf(from); date <= last; date = addDays(date, 1)) {
    const low = date === dateOf(from) ? minuteOf(from) : 0;
    const high = date === dateOf(to) ? minuteOf(to) : 1440;
    for (const session of sessionsOn(date, office))
      sum += Math.max(0, Math.min(high, session.to) - Math.max(low, session.from));
  }
  return sum;
}

/** The half-day that holds `time`: the session it lies in (closing time included), else the last one before it that day. */
export function sessionOf(time: LocalTime, office: Office): { from: LocalTime; to: LocalTime } | null {
  const minute = minuteOf(time);
  const date = dateOf(time);
  const session = sessionsOn(date, office).findLast((each) => each.from <= minute);
  return session ? { from: localTime(date, session.from), to: localTime(date, session.to) } : null;
}

/** Closing time of `date`, `null` when the office is shut all day. */
export function closingOf(date: IsoDate, office: Office): LocalTime | null {
  const last = sessionsOn(date, office).at(-1);
  return last ? localTime(date, last.to) : null;
}

/** Minutes that stand for `days` working days of this office; halves and quarters allowed. */
export function minutesOfDays(days: number, hours: OfficeHours): number {
  return roundHalfUp(Math.trunc(days * 1000 + 0.5) * dayMinutes(hours), 1000);
}
