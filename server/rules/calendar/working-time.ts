import type { IsoDate, LocalTime } from '../law.ts';
import { roundHalfUp } from '../points.ts';
import { type Calendar, NATIONAL_CALENDAR, notCovered } from './calendar.ts';
import { dateOf, dayNumber, localTime, minuteOf, momentNumber } from './date.ts';
import { type DayTable, dateAt, dayTable, indexOf } from './day-table.ts';
import { DEFAULT_OFFICE_HOURS, dayMinutes, type OfficeHours, type Session } from './office-hours.ts';

/** What working time is counted with. */
export interface Office {
  readonly calendar: Calendar;
  readonly hours: OfficeHours;
}

export const DEFAULT_OFFICE: Office = { calendar: NATIONAL_CALENDAR, hours: DEFAULT_OFFICE_HOURS };

const tableOf = ({ calendar, hours }: Office): DayTable => dayTable(calendar, hours);

/** An entry that is there by construction. */
const at = (counts: Int32Array, index: number): number => counts[index] ?? 0;

/**
 * Whether `date` counts as one working day (BLLĐ 2019 Đ111–112 and the yearly notices).
 * @throws NotInForce outside the calendar's years.
 */
export function isWorkingDay(date: IsoDate, office: Office): boolean {
  const table = tableOf(office);
  const index = indexOf(table, dayNumber(date));
  return at(table.workingBefore, index + 1) > at(table.workingBefore, index);
}

/** When the office is open on `date`; empty on a day off. A make-up day has Monday's hours unless it has its own. */
export function sessionsOn(date: IsoDate, office: Office): readonly Session[] {
  const table = tableOf(office);
  return table.sessions[indexOf(table, dayNumber(date))] ?? [];
}

/**
 * The day on which the `n`-th working day after `from` falls; the day of receipt itself is not counted.
 * @param n whole number, 0 or more; 0 gives `from`, or the next working day when `from` is off.
 */
export function addWorkingDays(from: IsoDate, n: number, office: Office): IsoDate {
  if (!Number.isSafeInteger(n) || n < 0) throw new RangeError(`addWorkingDays(${n}): a whole number, 0 or more`);
  const table = tableOf(office);
  const index = indexOf(table, dayNumber(from));
  const rank = n === 0 ? at(table.workingBefore, index) : at(table.workingBefore, index + 1) + n - 1;
  return dateAt(table, table.workingDays[rank]);
}

/** Working days after `from` up to and including `to`: what `addWorkingDays` counts. 0 when `to` is not later. */
export function workingDaysBetween(from: IsoDate, to: IsoDate, office: Office): number {
  const table = tableOf(office);
  const last = indexOf(table, dayNumber(to));
  const first = indexOf(table, dayNumber(from));
  return Math.max(0, at(table.workingBefore, last + 1) - at(table.workingBefore, first + 1));
}

/**
 * The moment at which `minutes` of office time have passed since `from`. Time outside the sessions does not run; a result that
 * exhausts a session is its closing time, not the next opening. 0 gives `from`, or the next opening when the office is shut.
 */
export function addWorkingTime(from: LocalTime, minutes: number, office: Office): LocalTime {
  if (!Number.isSafeInteger(minutes) || minutes < 0)
    throw new RangeError(`addWorkingTime(${minutes}): whole minutes, 0 or more`);
  const table = tableOf(office);
  let left = minutes;
  const moment = momentNumber(from);
  const day = Math.floor(moment / 1440);
  let start = moment - day * 1440;
  for (let index = indexOf(table, day); index < table.sessions.length; index += 1, start = 0) {
    for (const session of table.sessions[index] ?? []) {
      const begin = Math.max(session.from, start);
      if (begin > session.to) continue;
      if (begin + left <= session.to) return localTime(dateAt(table, index), begin + left);
      left -= session.to - begin;
    }
  }
  throw notCovered(office.calendar, office.calendar.covered.to);
}

/** Minutes of office time since the calendar began. Its end at 00:00 still has an answer: it asks nothing of that day. */
function minutesSince(table: DayTable, time: LocalTime): number {
  const moment = momentNumber(time);
  const day = Math.floor(moment / 1440);
  const minute = moment - day * 1440;
  const end = table.sessions.length;
  if (minute === 0 && day - table.first === end) return at(table.minutesBefore, end);
  const index = indexOf(table, day);
  let sum = at(table.minutesBefore, index);
  for (const { from, to } of table.sessions[index] ?? []) sum += Math.max(0, Math.min(minute, to) - from);
  return sum;
}

/** Minutes of office time from `from` to `to`; negative when `to` is earlier. */
export function workingMinutesBetween(from: LocalTime, to: LocalTime, office: Office): number {
  const table = tableOf(office);
  return minutesSince(table, to) - minutesSince(table, from);
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
