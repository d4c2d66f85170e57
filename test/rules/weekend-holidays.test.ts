import { describe, expect, it } from 'vitest';
import { calendarDay, doubtsBetween, makeCalendar, NATIONAL_CALENDAR } from '#rules/calendar/calendar.ts';
import { HOLIDAYS } from '#rules/calendar/holidays.ts';
import { DEFAULT_OFFICE, isWorkingDay, type Office, sessionsOn } from '#rules/calendar/working-time.ts';
import { DAYS_OFF, plainWeekday, SATURDAYS_WORKED, TEN_YEARS } from './plain-days.ts';

const isWeekend = (date: string) => plainWeekday(date) % 6 === 0;

describe('holidays on a weekend', () => {
  it('the table holds the days off and the Saturdays worked, no other', () => {
    expect([TEN_YEARS[0], TEN_YEARS.at(-1)]).toEqual(['2018-01-01', '2027-12-31']);
    const of = (kind: string) => HOLIDAYS.filter((row) => row.kind === kind).map(({ date }) => date);
    expect(of('holiday')).toEqual([...DAYS_OFF]);
    expect(of('extraWorkday')).toEqual([...SATURDAYS_WORKED]);
  });

  it('change nothing for a Monday-to-Friday office, on any day of the ten years', () => {
    const weekdaysOnly: Office = {
      ...DEFAULT_OFFICE,
      calendar: makeCalendar(
        NATIONAL_CALENDAR.covered,
        [],
        HOLIDAYS.filter(({ kind, date }) => kind === 'extraWorkday' || !isWeekend(date)),
      ),
    };
    for (const date of TEN_YEARS) {
      const works = SATURDAYS_WORKED.has(date) || !(isWeekend(date) || DAYS_OFF.has(date));
      for (const office of [DEFAULT_OFFICE, weekdaysOnly]) {
        expect(isWorkingDay(date, office), date).toBe(works);
        expect(sessionsOn(date, office).length, date).toBe(works ? 2 : 0);
      }
    }
  });

  it('mùng 1 of 2027 is our reading, and leaves the other days of Tết as open as before', () => {
    expect(calendarDay(NATIONAL_CALENDAR, '2027-02-06')).toMatchObject({ basis: 'law', certainty: 'reading' });
    expect(doubtsBetween(NATIONAL_CALENDAR, '2027-02-06', '2027-02-08')).toEqual([
      'Ngày nghỉ Tết Âm lịch năm 2027 chưa có thông báo chính thức. Hạn này có thể đổi.',
    ]);
  });
});
