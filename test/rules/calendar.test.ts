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
import { weekdayOf } from '#rules/calendar/date.ts';
import { HOLIDAYS } from '#rules/calendar/holidays.ts';

describe('the dated calendar', () => {
  it('lists days off and Saturdays worked, each once, in order, with a notice', () => {
    const dates = HOLIDAYS.map(({ date }) => date);
    expect(dates).toEqual([...new Set(dates)].sort());
    for (const { date, kind, notice, announced, basis } of HOLIDAYS) {
      if (kind === 'extraWorkday') expect(weekdayOf(date), date).toBe(6);
      expect(notice, date).not.toBe('');
      if (announced !== null) expect(announced < date, date).toBe(true);
      if (basis === 'unseenNotice') expect(announced, date).toBeNull();
    }
  });

  // Counted by hand from the yearly table: weekdays off, holidays on a weekend, Saturdays worked.
  it.each([
    ['2018', 11, 3, 0],
    ['2019', 11, 1, 2],
    ['2020', 10, 2, 0],
    ['2021', 11, 3, 0],
    ['2022', 11, 4, 0],
    ['2023', 11, 6, 0],
    ['2024', 12, 2, 1],
    ['2025', 12, 0, 1],
    ['2026', 14, 1, 2],
    ['2027', 6, 2, 0],
  ])('%s has %i weekdays off, %i holidays on a weekend and %i Saturdays worked', (year, off, weekend, worked) => {
    const rows = HOLIDAYS.filter(({ date }) => date.startsWith(year));
    const holidays = rows.filter(({ kind }) => kind === 'holiday');
    const onWeekends = holidays.filter(({ date }) => weekdayOf(date) % 6 === 0);
    expect([holidays.length - onWeekends.length, onWeekends.length]).toEqual([off, weekend]);
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
    // Ten days of Tết on weekends, two in each of 2018, 2020, 2021, 2023 and 2024.
    expect(chosen).toHaveLength(9 * 5 + 10 + 6);
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
    expect(() => calendarDay(NATIONAL_CALENDAR, '2017-12-31')).toThrow(
      /^Ngày 31\/12\/2017 trước lịch ngày nghỉ \(có từ 01\/01\/2018\)\. Kiểm tra lại\.$/,
    );
    expect(() => calendarDay(NATIONAL_CALENDAR, '2028-01-01')).toThrow(
      /^Ngày 01\/01\/2028 vượt quá lịch ngày nghỉ \(có đến hết 31\/12\/2027\)\. Kiểm tra lại, hoặc cài bản mới có lịch ngày nghỉ năm 2028\.$/,
    );
  });

  it('warns of doubts of this year and the next, not of the year after', () => {
    const doubt = (from: string, to: string) => ({ from, to, because: `${from}.`, mayChange: true });
    const covered = { from: '2018-01-01', to: '2030-01-01' };
    const doubts = [doubt('2027-12-31', '2028-02-01'), doubt('2028-01-01', '2028-02-01')];
    const kept = doubts.map((each) => ({ ...each, mayChange: false }));
    expect(calendarWarnings(makeCalendar(covered, kept, []), '2026-11-22')).toEqual(['2027-12-31.']);
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
  const TET_2027 = 'Ngày nghỉ Tết Âm lịch năm 2027 chưa có thông báo chính thức. Hạn này có thể đổi.';
  const NATIONAL_2027 = 'Ngày nghỉ Quốc khánh năm 2027 chưa có thông báo chính thức. Hạn này có thể đổi.';
  const TET_2018 = 'Ngày nghỉ Tết Âm lịch năm 2018 ghi theo nguồn thứ hai, chưa đối chiếu được số thông báo.';
  const TET_2020 = 'Ngày nghỉ Tết Âm lịch năm 2020 ghi theo nguồn thứ hai, chưa đối chiếu được số thông báo.';

  const SWAP_2020 = 'Năm 2020 không có ngày hoán đổi: ghi theo trí nhớ, chưa đối chiếu được thông báo.';
  const SWAP_2026 = 'Chưa thấy thông báo hoán đổi ngày 23/11/2026; đã tìm.';

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
    ['2020-01-29', '2020-01-30', [TET_2020, SWAP_2020]],
    ['2019-12-30', '2019-12-31', []],
    ['2019-12-31', '2020-01-01', [SWAP_2020]],
    ['2020-12-31', '2021-01-04', [SWAP_2020]],
    ['2021-01-01', '2026-11-22', []],
    ['2026-11-20', '2026-11-23', [SWAP_2026]],
    ['2026-11-23', '2026-11-25', [SWAP_2026]],
    ['2026-11-24', '2026-12-31', []],
  ])('from %s to %s', (from, to, expected) => {
    expect(doubtsBetween(NATIONAL_CALENDAR, from, to)).toEqual(expected);
  });

  it('a calendar of an earlier day doubts what was announced later', () => {
    expect(doubtsBetween(calendarKnownOn('2023-11-02'), '2024-02-08', '2024-02-08')).toEqual([
      'Ngày nghỉ Tết Âm lịch năm 2024 chưa có thông báo chính thức. Hạn này có thể đổi.',
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
