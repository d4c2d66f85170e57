import type { IsoDate } from '../law.ts';
import { type Calendar, calendarDay, notCovered } from './calendar.ts';
import { dayNumber, fromDayNumber, weekdayOfNumber } from './date.ts';
import type { OfficeHours, Session } from './office-hours.ts';

const CLOSED: readonly Session[] = [];

/** Every day of a calendar for an office with these hours, counted once, so that any span is one subtraction. */
export interface DayTable {
  readonly calendar: Calendar;
  /** Day number of the first day; days are counted from it. */
  readonly first: number;
  readonly sessions: readonly (readonly Session[])[];
  /** Working days before day `i`, one entry more than there are days. */
  readonly workingBefore: Int32Array;
  /** The day of the `k`-th working day. */
  readonly workingDays: readonly number[];
  /** Minutes of office time before day `i`, one entry more than there are days. */
  readonly minutesBefore: Int32Array;
}

/** When the office is open on `date`: a holiday is off, a make-up day has Monday's hours unless it has its own. */
function sessionsOf(calendar: Calendar, hours: OfficeHours, date: IsoDate, day: number): readonly Session[] {
  const row = calendarDay(calendar, date);
  if (row?.kind === 'holiday') return CLOSED;
  if (row) return hours.extraWorkday ?? hours.sessions[1] ?? CLOSED;
  return hours.sessions[weekdayOfNumber(day)] ?? CLOSED;
}

function makeTable(calendar: Calendar, hours: OfficeHours): DayTable {
  const first = dayNumber(calendar.covered.from);
  const count = dayNumber(calendar.covered.to) - first;
  const sessions: (readonly Session[])[] = [];
  const workingDays: number[] = [];
  const workingBefore = new Int32Array(count + 1);
  const minutesBefore = new Int32Array(count + 1);
  for (let i = 0; i < count; i += 1) {
    const date = fromDayNumber(first + i);
    const row = calendarDay(calendar, date);
    if (row ? row.kind === 'extraWorkday' : hours.counted.includes(weekdayOfNumber(first + i))) workingDays.push(i);
    const open = sessionsOf(calendar, hours, date, first + i);
    sessions.push(open);
    workingBefore[i + 1] = workingDays.length;
    minutesBefore[i + 1] = (minutesBefore[i] ?? 0) + open.reduce((sum, { from, to }) => sum + to - from, 0);
  }
  return { calendar, first, sessions, workingBefore, workingDays, minutesBefore };
}

const TABLES = new WeakMap<Calendar, WeakMap<OfficeHours, DayTable>>();

/** The table of a calendar and hours, made on first use and dropped with them. */
export function dayTable(calendar: Calendar, hours: OfficeHours): DayTable {
  const tables = TABLES.get(calendar) ?? new WeakMap<OfficeHours, DayTable>();
  const known = tables.get(hours);
  if (known) return known;
  const table = makeTable(calendar, hours);
  TABLES.set(calendar, tables.set(hours, table));
  return table;
}

/** Where a day (counted from 01/01/1970) stands in the table. @throws NotInForce outside its days. */
export function indexOf(table: DayTable, day: number): number {
  const index = day - table.first;
  if (index < 0 || index >= table.sessions.length) throw notCovered(table.calendar, fromDayNumber(day));
  return index;
}

/** The day at `index`. @throws NotInForce with the first day not covered when the table ends before it: `undefined`. */
export function dateAt(table: DayTable, index: number | undefined): IsoDate {
  if (index === undefined || index >= table.sessions.length)
    throw notCovered(table.calendar, table.calendar.covered.to);
  return fromDayNumber(table.first + index);
}
