import { describe, expect, it } from 'vitest';
import { contains, custom, lastDay, overlaps, periodLabel, quarter, year } from '#rules/period.ts';

describe('periods', () => {
  it.each([
    [1, '2024-01-01', '2024-03-31', 'Quý I/2024'],
    [2, '2024-04-01', '2024-06-30', 'Quý II/2024'],
    [3, '2024-07-01', '2024-09-30', 'Quý III/2024'],
    [4, '2024-10-01', '2024-12-31', 'Quý IV/2024'],
  ] as const)('quarter %i runs from its first to its last day', (q, first, last, label) => {
    const period = quarter(2024, q);
    expect([period.from, lastDay(period), periodLabel(period)]).toEqual([first, last, label]);
    expect([contains(period, first), contains(period, last)]).toEqual([true, true]);
    expect(contains(period, period.to)).toBe(false);
  });

  it('a year holds 29 February and ends on 31 December', () => {
    expect(contains(year(2024), '2024-02-29')).toBe(true);
    expect(lastDay(year(2024))).toBe('2024-12-31');
    expect(periodLabel(year(2026))).toBe('Năm 2026');
  });

  it("a province's own period includes both days, as Bình Thuận's of 2021", () => {
    const period = custom('2020-12-01', '2021-11-01');
    expect(periodLabel(period)).toBe('01/12/2020 – 01/11/2021');
    expect(period.to).toBe('2021-11-02');
    expect(period.id).toBe('20201201-20211101');
    expect(contains(period, '2021-11-01')).toBe(true);
  });

  it('neighbours do not overlap, a quarter and its year do', () => {
    expect(overlaps(quarter(2026, 1), quarter(2026, 2))).toBe(false);
    expect(overlaps(quarter(2026, 2), quarter(2026, 1))).toBe(false);
    expect(overlaps(quarter(2026, 1), quarter(2026, 3))).toBe(false);
    expect(overlaps(quarter(2026, 3), quarter(2026, 1))).toBe(false);
    expect(overlaps(quarter(2026, 1), year(2026))).toBe(true);
  });

  it('ids can be told apart and name the period', () => {
    expect([quarter(2026, 4).id, year(2026).id]).toEqual(['2026-q4', '2026']);
  });

  it('refuses days that do not exist and an end before the beginning', () => {
    expect(() => custom('2026-02-29', '2026-03-01')).toThrow('Ngày 2026-02-29 không có thật. Viết dạng 2026-11-24.');
    expect(() => custom('2026-02-28', '2026-02-30')).toThrow('Ngày 2026-02-30 không có thật. Viết dạng 2026-11-24.');
    expect(() => custom('2026-03-01', '2026-02-28')).toThrow('Ngày cuối kỳ 2026-02-28 trước ngày đầu kỳ 2026-03-01.');
    expect(custom('2026-03-01', '2026-03-01')).toEqual({
      id: '20260301-20260301',
      kind: 'custom',
      from: '2026-03-01',
      to: '2026-03-02',
    });
  });

  it('refuses a quarter or a year there is none of', () => {
    expect(() => quarter(2026, 5 as 4)).toThrow('Quý 5 không hợp lệ. Chọn quý 1, 2, 3 hoặc 4.');
    for (const bad of [1899, 10_000, 2026.5, Number.NaN])
      expect(() => year(bad)).toThrow(`Năm ${bad} không hợp lệ. Viết bốn chữ số, ví dụ 2026.`);
    expect([year(1900).id, quarter(9998, 4).to]).toEqual(['1900', '9999-01-01']);
    expect(quarter(9999, 3).id).toBe('9999-q3');
  });
});
