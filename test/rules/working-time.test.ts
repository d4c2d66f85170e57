import { describe, expect, it } from 'vitest';
import { CALENDAR_VERSION, isUnverified, NATIONAL_CALENDAR } from '#rules/calendar/calendar.ts';
import { addDays, weekdayOf } from '#rules/calendar/date.ts';
import { HOLIDAYS } from '#rules/calendar/holidays.ts';
import { DEFAULT_OFFICE_HOURS, type OfficeHours } from '#rules/calendar/office-hours.ts';
import {
  addWorkingDays,
  addWorkingTime,
  DEFAULT_OFFICE,
  isWorkingDay,
  type Office,
  sessionOf,
  sessionsOn,
  workingDaysBetween,
  workingMinutesBetween,
} from '#rules/calendar/working-time.ts';
import { NotInForce } from '#rules/law.ts';
import { WORKING_DAYS } from './cases/working-days.ts';
import { type HoursId, WORKING_TIME } from './cases/working-time.ts';

const SHORT = [
  { from: 450, to: 690 },
  { from: 810, to: 1020 },
];
const HOURS: Record<HoursId, OfficeHours> = {
  A: { sessions: { 1: SHORT, 2: SHORT, 3: SHORT, 4: SHORT, 5: SHORT }, counted: [1, 2, 3, 4, 5] },
  B: DEFAULT_OFFICE_HOURS,
  'B+Sat': {
    ...DEFAULT_OFFICE_HOURS,
    sessions: { ...DEFAULT_OFFICE_HOURS.sessions, 6: [{ from: 450, to: 690 }] },
  },
};
const office = (id: HoursId): Office => ({ calendar: NATIONAL_CALENDAR, hours: HOURS[id] });

describe('working days', () => {
  it.each(WORKING_DAYS)('$from + $days → $due: $name', ({ from, days, due }) => {
    expect(addWorkingDays(from, days, DEFAULT_OFFICE)).toBe(due);
    if (days > 0) expect(workingDaysBetween(from, due, DEFAULT_OFFICE)).toBe(days);
  });

  it('a Saturday morning opens the office but counts as no working day', () => {
    expect(isWorkingDay('2025-07-05', office('B+Sat'))).toBe(false);
    expect(sessionsOn('2025-07-05', office('B+Sat'))).toEqual([{ from: 450, to: 690 }]);
    expect(addWorkingDays('2025-07-04', 1, office('B+Sat'))).toBe('2025-07-07');
  });

  it('a worked Saturday has the hours of Monday, or its own', () => {
    expect(sessionsOn('2026-08-22', office('A'))).toEqual(SHORT);
    const own: Office = { ...office('A'), hours: { ...HOURS.A, extraWorkday: [{ from: 480, to: 720 }] } };
    expect(sessionsOn('2026-08-22', own)).toEqual([{ from: 480, to: 720 }]);
  });

  it.each([-1, 0.5])('refuses %s days', (days) => {
    expect(() => addWorkingDays('2026-11-20', days, DEFAULT_OFFICE)).toThrow(RangeError);
  });
});

describe('working time', () => {
  it.each(WORKING_TIME)('$hours: $from + $minutes min → $to: $name', ({ hours, from, minutes, to }) => {
    expect(addWorkingTime(from, minutes, office(hours))).toBe(to);
    expect(workingMinutesBetween(from, to, office(hours))).toBe(minutes);
    expect(workingMinutesBetween(to, from, office(hours))).toBe(-minutes || 0);
  });

  it('stops at closing time: 01/07 08:15 to 02/07 19:00 is 14,25 h', () => {
    expect(workingMinutesBetween('2025-07-01T08:15', '2025-07-02T19:00', office('A'))).toBe(855);
  });

  it('no time at all is now, or the next opening when the office is shut', () => {
    expect(addWorkingTime('2026-11-23T09:00', 0, DEFAULT_OFFICE)).toBe('2026-11-23T09:00');
    expect(addWorkingTime('2026-11-23T17:00', 0, DEFAULT_OFFICE)).toBe('2026-11-23T17:00');
    expect(addWorkingTime('2026-11-23T18:00', 0, DEFAULT_OFFICE)).toBe('2026-11-25T07:30');
  });

  it.each([
    ['2026-11-23T11:30', '2026-11-23T07:30', '2026-11-23T11:30'],
    ['2026-11-23T12:00', '2026-11-23T07:30', '2026-11-23T11:30'],
    ['2026-11-23T13:00', '2026-11-23T13:00', '2026-11-23T17:00'],
    ['2026-11-23T19:00', '2026-11-23T13:00', '2026-11-23T17:00'],
  ])('%s belongs to the half-day from %s', (time, from, to) => {
    expect(sessionOf(time, DEFAULT_OFFICE)).toEqual({ from, to });
  });

  it('before opening and on a day off there is no half-day', () => {
    expect(sessionOf('2026-11-23T06:00', DEFAULT_OFFICE)).toBeNull();
    expect(sessionOf('2026-11-24T09:00', DEFAULT_OFFICE)).toBeNull();
  });
});

describe('the dated calendar', () => {
  it('lists only weekdays off and Saturdays worked, each once, in order, with a notice', () => {
    const dates = HOLIDAYS.map(({ date }) => date);
    expect(dates).toEqual([...new Set(dates)].sort());
    for (const { date, kind, notice } of HOLIDAYS) {
      const weekday = weekdayOf(date);
      expect(kind === 'extraWorkday' ? weekday === 6 : weekday >= 1 && weekday <= 5, date).toBe(true);
      expect(notice, date).not.toBe('');
    }
  });

  // Counted by hand from the yearly table: weekdays off, Saturdays worked.
  it.each([
    ['2018', 11, 0],
    ['2019', 11, 2],
    ['2020', 10, 0],
    ['2021', 11, 0],
    ['2022', 11, 0],
    ['2023', 11, 0],
    ['2024', 12, 1],
    ['2025', 12, 1],
    ['2026', 14, 2],
    ['2027', 6, 0],
  ])('%s has %i weekdays off and %i Saturdays worked', (year, off, worked) => {
    const rows = HOLIDAYS.filter(({ date }) => date.startsWith(year));
    expect(rows.filter(({ kind }) => kind === 'holiday')).toHaveLength(off);
    expect(rows.filter(({ kind }) => kind === 'extraWorkday')).toHaveLength(worked);
  });

  it.each(['2017-12-29', '2028-01-03'])('does not answer for %s', (date) => {
    expect(() => isWorkingDay(date, DEFAULT_OFFICE)).toThrow(NotInForce);
  });

  it('does not guess across the end of 2027', () => {
    expect(() => addWorkingDays('2027-12-30', 2, DEFAULT_OFFICE)).toThrow(NotInForce);
  });

  it.each([
    ['2027-01-25', '2027-01-31', false],
    ['2027-01-25', '2027-02-01', true],
    ['2027-02-15', '2027-02-20', true],
    ['2027-02-16', '2027-02-20', false],
    ['2027-08-25', '2027-09-01', true],
    ['2027-09-04', '2027-09-08', false],
    ['2026-02-01', '2026-02-28', false],
  ])('from %s to %s: unverified is %s', (from, to, expected) => {
    expect(isUnverified(NATIONAL_CALENDAR, from, to)).toBe(expected);
  });

  it('has a version to store beside a due date', () => {
    expect(NATIONAL_CALENDAR.version).toBe(CALENDAR_VERSION);
    expect(CALENDAR_VERSION).not.toBe('');
  });

  it('counts days over leap years', () => {
    expect(addDays('2024-02-28', 1)).toBe('2024-02-29');
    expect(addDays('2023-02-28', 1)).toBe('2023-03-01');
    expect(() => addDays('2023-02-29', 1)).toThrow(RangeError);
  });
});
