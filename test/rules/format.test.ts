import { describe, expect, it } from 'vitest';
import {
  formatBound,
  formatCount,
  formatDate,
  formatDateRange,
  formatDateTime,
  formatInterval,
  formatList,
  formatMoment,
  formatN,
  formatPercent,
  formatReportCount,
  formatScore,
  formatTenths,
  formatWeekday,
  formatWorkingTime,
} from '#rules/format.ts';

const _ = '\u00a0';

describe('numbers', () => {
  it.each([
    [0, '0', '0'],
    [999, '999', '999'],
    [8868, '8.868', '8,868'],
    [1234567, '1.234.567', '1,234,567'],
    [-1234, '−1.234', '−1,234'],
  ])('count %i', (n, vi, en) => {
    expect([formatCount(n), formatCount(n, 'en')]).toEqual([vi, en]);
  });

  it.each([
    [159, '15,9', '15.9'],
    [0, '0,0', '0.0'],
    [5, '0,5', '0.5'],
    [12345, '1.234,5', '1,234.5'],
    [null, '—', '—'],
  ])('%s tenths', (tenths, vi, en) => {
    expect([formatTenths(tenths), formatTenths(tenths, 'en')]).toEqual([vi, en]);
  });

  it('differences carry their sign, with a true minus', () => {
    expect([4, -2, 0].map((tenths) => formatTenths(tenths, 'vi', true))).toEqual(['+0,4', '−0,2', '0,0']);
  });

  it('totals stand over what can be reached', () => {
    expect([formatScore(159, 180), formatScore(132, 160), formatScore(null, 0)]).toEqual(['15,9/18', '13,2/16', '—/0']);
    expect([formatBound(35), formatBound(150)]).toEqual(['3,5', '15']);
  });

  it('intervals', () => {
    expect(formatInterval(156, 162)).toBe('15,6–16,2');
    expect(formatInterval(-1, 3, 'vi', true)).toBe('[−0,1; 0,3]');
    expect(formatN(412)).toBe(`n${_}=${_}412`);
  });

  it('lists and counts of a report', () => {
    expect([formatList([]), formatList(['A']), formatList(['A', 'B']), formatList(['A', 'B', 'C'])]).toEqual([
      '',
      'A',
      'A và B',
      'A, B và C',
    ]);
    expect([0, 1, 9, 10, 1200].map(formatReportCount)).toEqual(['0', '01', '09', '10', '1.200']);
  });
});

describe('shares', () => {
  it.each([
    [968, 1000, `96,8${_}%`, '96.8%'],
    [6824, 8868, `77,0${_}%`, '77.0%'],
    [26, 8868, `0,3${_}%`, '0.3%'],
    [0, 5, `0${_}%`, '0%'],
    [5, 5, `100${_}%`, '100%'],
    [9996, 10000, `>${_}99,9${_}%`, `>${_}99.9%`],
    [9994, 10000, `99,9${_}%`, '99.9%'],
    [4, 10000, `<${_}0,1${_}%`, `<${_}0.1%`],
    [5, 10000, `0,1${_}%`, '0.1%'],
    [0, 0, '—', '—'],
  ])('%i of %i', (part, whole, vi, en) => {
    expect([formatPercent(part, whole), formatPercent(part, whole, 'en')]).toEqual([vi, en]);
  });

  it('without a decimal', () => {
    expect(formatPercent(1, 3, 'vi', 0)).toBe(`33${_}%`);
    expect(formatPercent(999, 1000, 'vi', 0)).toBe(`>${_}99${_}%`);
    expect(formatPercent(3, 2, 'vi', 0)).toBe(`150${_}%`);
    expect(formatPercent(10_001, 10_000)).toBe(`100,0${_}%`);
  });

  it('officer bands have two decimals, as offices publish: 9 of 28 is 32,14 %', () => {
    expect(formatPercent(9, 28, 'vi', 2)).toBe(`32,14${_}%`);
  });
});

describe('dates', () => {
  it('are written day first', () => {
    expect(formatDate('2026-11-24')).toBe('24/11/2026');
    expect(formatDateTime('2026-11-24T08:15')).toBe('24/11/2026 08:15');
    expect(formatDateRange('2020-12-01', '2021-11-01')).toBe('01/12/2020 – 01/11/2021');
    expect(formatWeekday('2026-11-24')).toBe('Thứ Ba, 24/11/2026');
    expect(formatWeekday('2026-11-22')).toBe('Chủ Nhật, 22/11/2026');
    expect(formatMoment('2026-11-24T17:00')).toBe('lúc 17:00 ngày 24/11/2026');
  });
});

describe('working time, rounded down', () => {
  it.each([
    [630, '1 ngày 2 giờ làm việc', '1 ngày 2 giờ', '1 working day 2 hours'],
    [960, '2 ngày làm việc', '2 ngày', '2 working days'],
    [59, 'dưới 1 giờ làm việc', 'dưới 1 giờ', 'under 1 working hour'],
    [0, 'dưới 1 giờ làm việc', 'dưới 1 giờ', 'under 1 working hour'],
    [60, '1 giờ làm việc', '1 giờ', '1 working hour'],
    [479, '7 giờ làm việc', '7 giờ', '7 working hours'],
    [480, '1 ngày làm việc', '1 ngày', '1 working day'],
    [1440 + 120, '3 ngày 2 giờ làm việc', '3 ngày', '3 working days 2 hours'],
  ])('%i minutes of 8 h days', (minutes, full, mark, en) => {
    expect(formatWorkingTime(minutes, 480)).toBe(full);
    expect(formatWorkingTime(minutes, 480, { mark: true })).toBe(mark);
    expect(formatWorkingTime(minutes, 480, { lang: 'en' })).toBe(en);
  });

  it("a day is that office's hours", () => {
    expect(formatWorkingTime(480, 450)).toBe('1 ngày làm việc');
    expect(formatWorkingTime(510, 450)).toBe('1 ngày 1 giờ làm việc');
  });
});
