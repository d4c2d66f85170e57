import { describe, expect, it } from 'vitest';
import { allMaximum } from '#rules/checks/all-maximum.ts';
import { scoredBeforeResult } from '#rules/checks/scored-before-result.ts';
import { straightLine } from '#rules/checks/straight-line.ts';
import { zeroVariance } from '#rules/checks/zero-variance.ts';
import { dossiers, judged, provinceOf, scored } from './province-of.ts';

describe('all maximum', () => {
  it('counts full points throughout, of the dossiers computed below', () => {
    const province = provinceOf([
      ...dossiers(40, 'A', { self: scored([20, 10], [20, 20]) }),
      ...dossiers(10, 'B', { self: scored([10, 10], [10, 20]) }),
      ...dossiers(30, 'C', { self: scored([20, 20], [20, 20]) }),
    ]);
    const { seen, usual, p, sentence } = judged(allMaximum, province);
    expect(seen).toMatchObject({ k: 40, n: 50, value: 800 });
    expect(usual).toBe(550);
    // P(X >= 40 | 50, 0,55), term by term.
    expect((p ?? 0) / 2.01286930772e-4).toBeCloseTo(1, 8);
    expect(sentence).toContain(
      'tại 40/50 hồ sơ mà hệ thống tính thấp hơn (80,0 %, khoảng 66,2–90,0 %); mức coi là thường gặp: 55 %.',
    );
  });

  it('says nothing of too few', () => {
    const province = provinceOf(dossiers(29, 'A', { self: scored([20, 10], [20, 20]) }));
    expect(judged(allMaximum, province).few).toBe(29);
  });
});

describe('straight line', () => {
  it('counts one point throughout, of the dossiers computed at differing ones', () => {
    const province = provinceOf([
      ...dossiers(30, 'A', { self: scored([20, 10], [10, 10]) }),
      ...dossiers(10, 'B', { self: scored([20, 10], [20, 10]) }),
      ...dossiers(30, 'C', { self: scored([10, 10], [10, 10]) }),
    ]);
    const { seen, usual, sentence } = judged(straightLine, province);
    expect(seen).toMatchObject({ k: 30, n: 40, value: 750 });
    expect(usual).toBe(600);
    expect(sentence).toContain('tại 30/40 hồ sơ');
  });
});

describe('scored before the result', () => {
  // 08:00 in Vietnam is 01:00 UTC.
  const at = Date.UTC(2026, 6, 1, 1, 0);
  const self = (confirmed: number) => ({ officer: 'CB-01', values: {}, confirmed, looked: null });

  it('goes by the minute of the result in local time; without a result it is in no count', () => {
    const province = provinceOf([
      ...dossiers(9, 'A', { ready: '2026-07-01T08:00', self: self(at - 1) }),
      ...dossiers(31, 'B', { ready: '2026-07-01T08:00', self: self(at) }),
      ...dossiers(20, 'C', { self: self(at) }),
    ]);
    const { seen, usual, sentence } = judged(scoredBeforeResult, province);
    expect(seen).toMatchObject({ k: 9, n: 40, value: 225 });
    expect(usual).toBe(100);
    expect(sentence).toContain('ở 9/40 hồ sơ');
  });
});

describe('zero variance', () => {
  const alike = dossiers(38, 'A', { self: scored([20, 20], [20, 20]) });

  it('is 0,55 to the number computed otherwise, which are also those given full points', () => {
    const province = provinceOf([...alike, ...dossiers(12, 'B', { self: scored([20, 10], [20, 20]) })]);
    const { seen, p, sentence } = judged(zeroVariance, province);
    expect(seen).toMatchObject({ k: 12, n: 50, value: 12, unit: 'count' });
    // 12 with room are too few to move what is usual: the floor, 40 %.
    expect(p).toBeCloseTo(0.4 ** 12, 12);
    expect(sentence).toBe('50 hồ sơ được tự chấm giống hệt nhau, trong khi hệ thống tính 12 hồ sơ khác đi.');
  });

  it('is nothing with one dossier given otherwise, or fewer than five computed so', () => {
    const other = provinceOf([
      ...alike,
      ...dossiers(12, 'B', { self: scored([20, 10], [20, 20]) }),
      ...dossiers(1, 'C', { self: scored([20, 10], [20, 10]) }),
    ]);
    expect(judged(zeroVariance, other).p).toBe(1);
    const four = provinceOf([...alike, ...dossiers(4, 'B', { self: scored([20, 10], [20, 20]) })]);
    expect(judged(zeroVariance, four).p).toBe(1);
    expect(judged(zeroVariance, provinceOf(alike.slice(0, 29))).few).toBe(29);
  });
});
