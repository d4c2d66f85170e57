import { describe, expect, it } from 'vitest';
import { ANNOUNCED_DAYS, TET } from '#rules/calendar/announced-days.ts';
import {
  CALENDAR_VERSION,
  calendarDay,
  calendarKnownOn,
  doubtsBetween,
  makeCalendar,
  NATIONAL_CALENDAR,
} from '#rules/calendar/calendar.ts';
import { calendarWarnings } from '#rules/calendar/calendar-warnings.ts';
import {
  addDays,
  dateOf,
  daysBetween,
  isIsoDate,
  localTime,
  minuteOf,
  momentNumber,
  weekdayOf,
} from '#rules/calendar/date.ts';
import { HOLIDAYS } from '#rules/calendar/holidays.ts';

describe('the dated calendar', () => {
  it('lists only weekdays off and Saturdays worked, each once, in order, with a notice', () => {
    const dates = HOLIDAYS.map(({ date }) => date);
    expect(dates).toEqual([...new Set(dates)].sort());
    for (const { date, kind, notice, announced, basis } of HOLIDAYS) {
      const weekday = weekdayOf(date);
      expect(kind === 'extraWorkday' ? weekday === 6 : weekday >= 1 && weekday <= 5, date).toBe(true);
      expect(notice, date).not.toBe('');
      if (announced !== null) expect(announced < date, date).toBe(true);
      if (basis === 'unseenNotice') expect(announced, date).toBeNull();
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

  it('names mùng 1 Tết of each year, by the lunar calendar', () => {
    const lunar = new Intl.DateTimeFormat('en-u-ca-chinese', { month: 'numeric', day: 'numeric', timeZone: 'UTC' });
    expect(TET.at(-1)).toBe('2027-02-06');
    expect(TET.map((day) => day.slice(0, 4))).toEqual([
      '2018',
      '2019',
      '2020',
      '2021',
      '2022',
      '2023',
      '2024',
      '2025',
      '2026',
      '2027',
    ]);
    // ICU puts the new moon of 06/02/2027, just before midnight in Beijing, on the next day.
    for (const day of TET.slice(0, -1)) expect(lunar.format(new Date(`${day}T00:00Z`)), day).toBe('1/1');
  });

  it('finds the chosen days of every announced year where they are looked for', () => {
    const chosen = HOLIDAYS.filter(
      ({ basis, name }) => basis !== 'law' && ['Tết Âm lịch', 'Quốc khánh'].includes(name),
    );
    expect(chosen).toHaveLength(9 * 5 + 6);
    for (const { date, name } of chosen)
      expect(
        ANNOUNCED_DAYS.some((days) => days.name === name && days.from <= date && date < days.to),
        date,
      ).toBe(true);
  });
});

describe('the days it covers', () => {
  it('answers for the first and the last, and for none beside them', () => {
    expect(calendarDay(NATIONAL_CALENDAR, '2018-01-01')?.name).toBe('Tết Dương lịch');
    expect(calendarDay(NATIONAL_CALENDAR, '2027-12-31')).toBeUndefined();
    for (const date of ['2017-12-31', '2028-01-01'])
      expect(() => calendarDay(NATIONAL_CALENDAR, date)).toThrow(
        `Lịch ngày nghỉ (có từ năm 2018, hết trước ngày 2028-01-01) không áp dụng cho ngày ${date}.`,
      );
  });

  it('warns of doubts of this year and the next, not of the year after', () => {
    const doubt = (from: string, to: string) => ({ from, to, because: `${from}.` });
    const covered = { from: '2018-01-01', to: '2030-01-01' };
    const doubts = [doubt('2027-12-31', '2028-02-01'), doubt('2028-01-01', '2028-02-01')];
    expect(calendarWarnings(makeCalendar(covered, doubts, []), '2026-11-22')).toEqual([
      '2027-12-31. Hạn qua các ngày này có thể đổi; cài bản mới khi có thông báo.',
    ]);
  });

  it('warns when it ends before the next year does', () => {
    const ending = (to: string) => calendarWarnings(makeCalendar({ from: '2018-01-01', to }, [], []), '2026-11-22');
    expect(ending('2028-01-01')).toEqual([]);
    expect(ending('2027-12-31')).toEqual([
      'Lịch ngày nghỉ hết trước ngày 31/12/2027: hạn từ ngày đó chưa tính được. Cài bản mới có ngày nghỉ năm 2027.',
    ]);
  });
});

describe('days that may be counted wrong', () => {
  const TET_2027 = 'Ngày nghỉ Tết Âm lịch năm 2027 chưa có thông báo chính thức.';
  const NATIONAL_2027 = 'Ngày nghỉ Quốc khánh năm 2027 chưa có thông báo chính thức.';
  const TET_2018 = 'Ngày nghỉ Tết Âm lịch năm 2018 ghi theo nguồn thứ hai, chưa thấy số thông báo.';
  const TET_2020 = 'Ngày nghỉ Tết Âm lịch năm 2020 ghi theo nguồn thứ hai, chưa thấy số thông báo.';

  // Mùng 1 of 2027 is 06/02: from 01/02 to 15/02. The second day of Quốc khánh is 01/9 or 03/9.
  it.each([
    ['2027-01-25', '2027-01-31', []],
    ['2027-01-25', '2027-02-01', [TET_2027]],
    ['2027-02-15', '2027-02-20', [TET_2027]],
    ['2027-02-16', '2027-02-20', []],
    ['2027-08-25', '2027-08-31', []],
    ['2027-08-25', '2027-09-01', [NATIONAL_2027]],
    ['2027-09-03', '2027-09-08', [NATIONAL_2027]],
    ['2027-09-04', '2027-09-08', []],
    ['2027-01-01', '2027-12-31', [TET_2027, NATIONAL_2027]],
    ['2018-02-01', '2018-02-13', []],
    ['2018-02-01', '2018-02-14', [TET_2018]],
    ['2018-02-20', '2018-02-23', [TET_2018]],
    ['2018-02-21', '2018-02-23', []],
    ['2020-01-29', '2020-01-30', [TET_2020]],
    ['2020-08-25', '2020-09-08', []],
    ['2021-01-01', '2026-12-31', []],
  ])('from %s to %s', (from, to, expected) => {
    expect(doubtsBetween(NATIONAL_CALENDAR, from, to)).toEqual(expected);
  });

  it('a calendar of an earlier day doubts what was announced later', () => {
    expect(doubtsBetween(calendarKnownOn('2023-11-02'), '2024-02-08', '2024-02-08')).toEqual([
      'Ngày nghỉ Tết Âm lịch năm 2024 chưa có thông báo chính thức.',
    ]);
    expect(doubtsBetween(calendarKnownOn('2023-11-03'), '2024-02-08', '2024-02-08')).toEqual([]);
  });
});

describe('the version', () => {
  it('is kept with a due date and names the last day on which something became known', () => {
    expect(NATIONAL_CALENDAR.version).toBe(CALENDAR_VERSION);
    expect(CALENDAR_VERSION).toMatch(/^vn-2026-04-24-[0-9a-f]{8}$/);
    expect(calendarKnownOn('2024-04-11').version).toMatch(/^vn-2023-11-03-/);
    expect(calendarKnownOn('2024-04-12').version).toMatch(/^vn-2024-04-12-/);
  });

  it('is the same for the same content and another for any change of it', () => {
    const { covered, unverified, days, version } = NATIONAL_CALENDAR;
    const rows = [...days.values()];
    expect(calendarKnownOn('2027-12-31').version).toBe(version);
    const [first, ...rest] = rows;
    const changed = [
      makeCalendar({ ...covered, to: '2029-01-01' }, unverified, rows),
      makeCalendar(covered, [], rows),
      makeCalendar(covered, unverified, rest),
      ...(first ? [makeCalendar(covered, unverified, [{ ...first, certainty: 'recalled' }, ...rest])] : []),
    ].map((each) => each.version);
    expect(new Set([version, ...changed]).size).toBe(5);
    expect(makeCalendar(covered, [], []).version).toMatch(/^vn-2018-01-01-/);
  });
});

describe('days', () => {
  it('count like the proleptic calendar, every day of 1999 to 2101', () => {
    for (let ms = Date.UTC(1999, 0, 1); ms < Date.UTC(2101, 0, 1); ms += 86_400_000) {
      const iso = new Date(ms).toISOString().slice(0, 10);
      const next = new Date(ms + 86_400_000).toISOString().slice(0, 10);
      if (addDays(iso, 1) !== next || daysBetween('1970-01-01', iso) !== ms / 86_400_000) expect.fail(iso);
      if (weekdayOf(iso) !== new Date(ms).getUTCDay()) expect.fail(iso);
    }
  });

  it.each([
    ['2024-02-28', 1, '2024-02-29'],
    ['2023-02-28', 1, '2023-03-01'],
    ['2000-02-28', 1, '2000-02-29'],
    ['1900-02-28', 1, '1900-03-01'],
    ['2026-01-01', -1, '2025-12-31'],
    ['1969-12-31', 0, '1969-12-31'],
    ['0400-03-01', -1, '0400-02-29'],
  ])('%s + %i is %s', (date, days, expected) => {
    expect(addDays(date, days)).toBe(expected);
  });

  it('before 1970 weekdays still run: 31/12/1969 was a Wednesday', () => {
    expect([weekdayOf('1969-12-31'), weekdayOf('1969-12-28'), weekdayOf('1970-01-04')]).toEqual([3, 0, 0]);
  });

  it.each([
    '2023-02-29',
    '2026-04-31',
    '2026-00-10',
    '2026-13-01',
    '2026-01-00',
    '2026-01-32',
    '2026-1-01',
    '2026/01/01',
    '2026-01/01',
    '20x6-01-01',
    '2026-0:-01',
    '2026-01-01T',
    '',
  ])('«%s» is no day', (text) => {
    expect(isIsoDate(text)).toBe(false);
    expect(() => addDays(text, 0)).toThrow(`«${text}» không phải là ngày. Viết dạng 2026-11-24.`);
  });

  it.each([
    '2026-11-24',
    '2026-11-24T24:00',
    '2026-11-24T23:60',
    '2026-11-24 10:00',
    '2026-11-24T10.00',
    '2026-11-24T1a:00',
    '2026-11-31T10:00',
    '2026-11-24T10:000',
  ])('«%s» is no moment', (text) => {
    expect(() => momentNumber(text)).toThrow(`«${text}» không phải là thời điểm. Viết dạng 2026-11-24T17:00.`);
  });

  it('moments are days and minutes', () => {
    expect(momentNumber('1970-01-02T00:01')).toBe(1441);
    expect(minuteOf('2026-11-24T23:59')).toBe(1439);
    expect(minuteOf('1969-12-31T23:59')).toBe(1439);
    expect(dateOf('2026-11-24T23:59')).toBe('2026-11-24');
    expect([localTime('2026-11-24', 0), localTime('2026-11-24', 605)]).toEqual([
      '2026-11-24T00:00',
      '2026-11-24T10:05',
    ]);
  });
});
