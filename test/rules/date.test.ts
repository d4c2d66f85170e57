import { describe, expect, it } from 'vitest';
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
