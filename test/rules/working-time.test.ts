import { describe, expect, it } from 'vitest';
import { NATIONAL_CALENDAR } from '#rules/calendar/calendar.ts';
import { localTime, type Weekday } from '#rules/calendar/date.ts';
import { DEFAULT_OFFICE_HOURS, dayMinutes, type OfficeHours } from '#rules/calendar/office-hours.ts';
import {
  addWorkingDays,
  addWorkingTime,
  closingOf,
  DEFAULT_OFFICE,
  isWorkingDay,
  minutesOfDays,
  type Office,
  sessionOf,
  sessionsOn,
  workingDaysBetween,
  workingMinutesBetween,
} from '#rules/calendar/working-time.ts';
import { formatDate } from '#rules/format.ts';
import { type IsoDate, type LocalTime, NotInForce } from '#rules/law.ts';
import { officeNamed } from './cases/offices.ts';

const OFFICES: readonly Office[] = [
  DEFAULT_OFFICE,
  officeNamed('7 giờ 30 phút (07:30–11:30, 13:30–17:00)'),
  officeNamed('8 giờ và sáng thứ Bảy không tính ngày'),
  officeNamed('8 giờ, ngày làm bù chỉ mở buổi sáng'),
  officeNamed('chỉ mở sáng thứ Ba và thứ Năm, đủ năm ngày tính hạn'),
];

// The definition, slow and plain: a day is looked up in the table of notices, minutes are walked one by one.
const dayOf = (date: IsoDate, plus = 0) =>
  new Date(Date.parse(`${date}T00:00Z`) + plus * 86_400_000).toISOString().slice(0, 10);
const weekday = (date: IsoDate) => new Date(`${date}T00:00Z`).getUTCDay() as Weekday;
const counts = (date: IsoDate, { hours, calendar }: Office) => {
  const row = calendar.days.get(date);
  return row ? row.kind === 'extraWorkday' : hours.counted.includes(weekday(date));
};
const openOn = (date: IsoDate, { hours, calendar }: Office) => {
  const kind = calendar.days.get(date)?.kind;
  if (kind === 'holiday') return [];
  return (kind ? (hours.extraWorkday ?? hours.sessions[1]) : hours.sessions[weekday(date)]) ?? [];
};
const minuteIn = (time: LocalTime) => Number(time.slice(11, 13)) * 60 + Number(time.slice(14, 16));

function slowMinutes(from: LocalTime, to: LocalTime, office: Office): number {
  let sum = 0;
  for (let date = from.slice(0, 10); date <= to.slice(0, 10); date = dayOf(date, 1)) {
    const begin = date === from.slice(0, 10) ? minuteIn(from) : 0;
    const end = date === to.slice(0, 10) ? minuteIn(to) : 1440;
    const open = openOn(date, office);
    for (let minute = begin; minute < end; minute += 1)
      if (open.some((session) => session.from <= minute && minute < session.to)) sum += 1;
  }
  return sum;
}

function slowDays(from: IsoDate, to: IsoDate, office: Office): number {
  let sum = 0;
  for (let date = dayOf(from, 1); date <= to; date = dayOf(date, 1)) if (counts(date, office)) sum += 1;
  return sum;
}

/** Numbers that look random and are the same on every run. */
function seeded(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

describe('the counted table against the definition', () => {
  it('working days of 4.000 random spans, there and back', () => {
    const random = seeded(24_11_2026);
    for (let i = 0; i < 4000; i += 1) {
      const office = OFFICES[i % OFFICES.length] ?? DEFAULT_OFFICE;
      const from = dayOf('2018-01-01', random(3500));
      const to = dayOf(from, random(60));
      const days = slowDays(from, to, office);
      expect(workingDaysBetween(from, to, office), `${from} ${to}`).toBe(days);
      expect(isWorkingDay(to, office), to).toBe(counts(to, office));
      if (counts(to, office) && to > from) expect(addWorkingDays(from, days, office), `${from} + ${days}`).toBe(to);
    }
  });

  it('minutes of 2.500 random spans, there and back', () => {
    const random = seeded(28_2026);
    for (let i = 0; i < 2500; i += 1) {
      const office = OFFICES[i % OFFICES.length] ?? DEFAULT_OFFICE;
      const day = dayOf('2018-01-01', random(3500));
      const from = localTime(day, random(1440));
      const to = localTime(dayOf(day, random(9)), random(1440));
      const minutes = from <= to ? slowMinutes(from, to, office) : -slowMinutes(to, from, office);
      expect(workingMinutesBetween(from, to, office) - minutes, `${from} ${to}`).toBe(0);
      if (minutes <= 0) continue;
      // The end is the first moment by which so many minutes have passed.
      const end = addWorkingTime(from, minutes, office);
      expect(end <= to, `${from} + ${minutes}: ${end}`).toBe(true);
      expect(workingMinutesBetween(from, end, office)).toBe(minutes);
      const last = minuteIn(end) - 1;
      expect(
        openOn(end.slice(0, 10), office).some((each) => each.from <= last && last < each.to),
        end,
      ).toBe(true);
    }
  });
});

describe('edges', () => {
  it.each([-1, 0.5, Number.NaN])('refuses %s days and %s minutes', (n) => {
    expect(() => addWorkingDays('2026-11-20', n, DEFAULT_OFFICE)).toThrow(
      `addWorkingDays(${n}): a whole number, 0 or more`,
    );
    expect(() => addWorkingTime('2026-11-20T08:00', n, DEFAULT_OFFICE)).toThrow(
      `addWorkingTime(${n}): whole minutes, 0 or more`,
    );
  });

  it('counts nothing backwards in days, and backwards in minutes below zero', () => {
    expect(workingDaysBetween('2026-11-20', '2026-11-19', DEFAULT_OFFICE)).toBe(0);
    expect(workingDaysBetween('2026-11-20', '2026-11-20', DEFAULT_OFFICE)).toBe(0);
    expect(workingMinutesBetween('2026-11-20T10:00', '2026-11-20T09:00', DEFAULT_OFFICE)).toBe(-60);
  });

  it.each(['2017-12-31', '2028-01-01'])('does not answer for %s', (date) => {
    expect(() => isWorkingDay(date, DEFAULT_OFFICE)).toThrow(NotInForce);
    expect(() => sessionsOn(date, DEFAULT_OFFICE)).toThrow(`Ngày ${formatDate(date)} `);
    expect(() => addWorkingDays(date, 1, DEFAULT_OFFICE)).toThrow(NotInForce);
    expect(() => addWorkingTime(`${date}T09:00`, 1, DEFAULT_OFFICE)).toThrow(NotInForce);
    expect(() => workingMinutesBetween('2026-11-20T09:00', `${date}T09:00`, DEFAULT_OFFICE)).toThrow(NotInForce);
  });

  it('answers for the first and the last day, and does not guess past the end', () => {
    expect(isWorkingDay('2018-01-01', DEFAULT_OFFICE)).toBe(false);
    expect(isWorkingDay('2018-01-02', DEFAULT_OFFICE)).toBe(true);
    expect(addWorkingDays('2018-01-01', 1, DEFAULT_OFFICE)).toBe('2018-01-02');
    expect(workingMinutesBetween('2018-01-01T00:00', '2018-01-03T00:00', DEFAULT_OFFICE)).toBe(480);
    expect(addWorkingDays('2027-12-30', 1, DEFAULT_OFFICE)).toBe('2027-12-31');
    expect(() => addWorkingDays('2027-12-30', 2, DEFAULT_OFFICE)).toThrow('Ngày 01/01/2028 vượt quá lịch');
    expect(addWorkingTime('2027-12-31T16:00', 60, DEFAULT_OFFICE)).toBe('2027-12-31T17:00');
    expect(() => addWorkingTime('2027-12-31T16:00', 61, DEFAULT_OFFICE)).toThrow('Ngày 01/01/2028 vượt quá lịch');
  });

  it('a span may end when the last day ends', () => {
    expect(workingMinutesBetween('2027-12-31T16:00', '2028-01-01T00:00', DEFAULT_OFFICE)).toBe(60);
    expect(() => workingMinutesBetween('2027-12-31T16:00', '2028-01-01T00:01', DEFAULT_OFFICE)).toThrow(NotInForce);
  });

  it('an office without any hours never runs out of time, and says where the calendar ends', () => {
    const shut: Office = { calendar: NATIONAL_CALENDAR, hours: { sessions: {}, counted: [] } };
    expect(() => addWorkingTime('2026-11-20T08:00', 0, shut)).toThrow('Ngày 01/01/2028 vượt quá lịch');
    expect(() => addWorkingDays('2026-11-20', 0, shut)).toThrow('Ngày 01/01/2028 vượt quá lịch');
    expect(workingMinutesBetween('2026-11-20T08:00', '2026-12-20T08:00', shut)).toBe(0);
    expect(sessionsOn('2026-08-22', shut)).toEqual([]);
  });

  it.each(['2026-11-31T09:00', '2026-11-20 09:00', '2026-11-20T24:00', '2026-11-20T09:60', '2026-11-20', ''])(
    'refuses the moment «%s»',
    (time) => {
      expect(() => addWorkingTime(time, 1, DEFAULT_OFFICE)).toThrow(
        `«${time}» không phải là thời điểm. Viết dạng 2026-11-24T17:00.`,
      );
    },
  );
});

describe('half-days and closing times', () => {
  it.each([
    ['2026-11-23T07:30', '2026-11-23T07:30', '2026-11-23T11:30'],
    ['2026-11-23T11:30', '2026-11-23T07:30', '2026-11-23T11:30'],
    ['2026-11-23T12:59', '2026-11-23T07:30', '2026-11-23T11:30'],
    ['2026-11-23T13:00', '2026-11-23T13:00', '2026-11-23T17:00'],
    ['2026-11-23T19:00', '2026-11-23T13:00', '2026-11-23T17:00'],
  ])('%s belongs to the half-day from %s', (time, from, to) => {
    expect(sessionOf(time, DEFAULT_OFFICE)).toEqual({ from, to });
  });

  it('before opening and on a day off there is no half-day and no closing time', () => {
    expect(sessionOf('2026-11-23T07:29', DEFAULT_OFFICE)).toBeNull();
    expect(sessionOf('2026-11-24T09:00', DEFAULT_OFFICE)).toBeNull();
    expect(closingOf('2026-11-24', DEFAULT_OFFICE)).toBeNull();
    expect(closingOf('2026-11-23', DEFAULT_OFFICE)).toBe('2026-11-23T17:00');
  });

  it('a working day of an office is what its Monday is, or eight hours where Monday is closed', () => {
    const [, short, , , mornings] = OFFICES;
    expect(dayMinutes(short?.hours ?? DEFAULT_OFFICE_HOURS)).toBe(450);
    expect(dayMinutes(mornings?.hours ?? DEFAULT_OFFICE_HOURS)).toBe(480);
    // 0,33 × 450 = 148,5 → 149; 0,001 × 480 = 0,48 → 0.
    const seven: OfficeHours = short?.hours ?? DEFAULT_OFFICE_HOURS;
    expect([minutesOfDays(0.33, seven), minutesOfDays(2, seven), minutesOfDays(0.001, DEFAULT_OFFICE_HOURS)]).toEqual([
      149, 900, 0,
    ]);
  });
});
