import { expect, test } from 'vitest';
import { agreementOf, type Pair } from '#rules/agreement.ts';
import { distributions } from '../../server/distributions.ts';

const pairs = (...rows: [times: number, one: number, other: number][]): Pair[] =>
  rows.flatMap(([times, one, other]) => Array.from({ length: times }, () => ({ one, other })));
const of = (given: readonly Pair[]) => agreementOf(given, 20, distributions);

test('20 of 30 agree, 10 are a point higher', () => {
  const found = of(pairs([10, 0, 0], [10, 10, 10], [10, 20, 10]));
  // Clopper–Pearson of 20/30 is 0,4719–0,8271, rounded outwards.
  expect(found?.agree).toEqual({ k: 20, lo: 471, hi: 828 });
  expect([found?.n, found?.higher.k, found?.lower.k]).toEqual([30, 10, 0]);
  // 100 tenths over 30 dossiers.
  expect(found?.difference.mean).toBe(3);
  // Seen 30 · 10 · 100 = 30.000, by chance 30 · (5.000 + 2.000) − 2 · 300 · 200 = 90.000: 1 − 1/3.
  expect(found?.kappa).toBe(667);
});

test('full agreement is 1, full opposition −1', () => {
  expect(of(pairs([20, 0, 0], [20, 20, 20]))?.kappa).toBe(1000);
  expect(of(pairs([20, 0, 20], [20, 20, 0]))?.kappa).toBe(-1000);
});

test('no kappa of 29 dossiers, nor where one value is more than 95 % of all', () => {
  expect(of(pairs([15, 0, 0], [14, 20, 20]))?.kappa).toBe('few');
  // 193 of 200 points are 20: 96,5 %.
  expect(of(pairs([96, 20, 20], [1, 20, 0], [3, 0, 0]))?.kappa).toBe('alike');
  expect(of([])).toBeNull();
});
