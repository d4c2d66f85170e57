import { describe, expect, it } from 'vitest';
import { clopperPearson } from '#rules/clopper-pearson.ts';
import { wilson } from '#rules/interval.ts';
import { distributions } from '../../server/distributions.ts';

type Interval = { lo: number; hi: number } | null;

const SIZES = [...Array.from({ length: 96 }, (_, i) => i + 5), 150, 250, 500];

const logFactorials = [0];
for (let i = 1; i <= 500; i += 1) logFactorials.push((logFactorials[i - 1] ?? 0) + Math.log(i));
const logFactorial = (n: number) => logFactorials[n] ?? Number.NaN;

const intervalsOf = (n: number, interval: (k: number, n: number) => Interval) =>
  Array.from({ length: n + 1 }, (_, k) => interval(k, n) ?? { lo: Number.NaN, hi: Number.NaN });

/** The chance that the interval of a binomial draw holds its own `p`; both ends of intervals rise with k, so those that do are a run. */
function coverageAt(p: number, intervals: readonly { lo: number; hi: number }[]): number {
  const n = intervals.length - 1;
  let covered = 0;
  for (let k = 0; k <= n; k += 1) {
    const { lo = 0, hi = 0 } = intervals[k] ?? {};
    if (lo > p * 1000 || hi < p * 1000) continue;
    const choose = logFactorial(n) - logFactorial(k) - logFactorial(n - k);
    covered += Math.exp(choose + k * Math.log(p) + (n - k) * Math.log1p(-p));
  }
  return covered;
}

const cp = (k: number, n: number) => clopperPearson(k, n, distributions);

describe('Clopper–Pearson interval, 95 %', () => {
  // Newcombe, Statistics in Medicine 17 (1998), table I, method 5: .2527-.3676, .0000-.1684, .0009-.1776; the last two mirror those before.
  it.each([
    [81, 263, 252, 368],
    [0, 20, 0, 169],
    [1, 29, 0, 178],
    [28, 29, 822, 1000],
    [20, 20, 831, 1000],
  ])('%i of %i is %i to %i tenths of a percent', (k, n, lo, hi) => {
    expect(cp(k, n)).toEqual({ lo, hi });
  });

  it('covers at least 95 % for every p: coverage is least just outside an end, and there it is enough', () => {
    let least = 1;
    for (const n of SIZES) {
      const intervals = intervalsOf(n, cp);
      const ends = new Set(intervals.flatMap(({ lo, hi }) => [lo / 1000 - 1e-9, hi / 1000 + 1e-9]));
      for (const p of ends) if (p > 0 && p < 1) least = Math.min(least, coverageAt(p, intervals));
    }
    expect(least).toBeGreaterThanOrEqual(0.95);
    expect(least).toBeLessThan(0.952);
  });

  it('of nobody there is none', () => {
    expect(cp(0, 0)).toBeNull();
  });

  it.each([
    [3, 2],
    [-1, 2],
    [0.5, 2],
    [Number.NaN, 2],
  ])('refuses %f of %f', (k, n) => {
    expect(() => cp(k, n)).toThrow(new RangeError(`clopperPearson(${k}, ${n}): whole numbers, 0 <= k <= n`));
  });
});

it('Wilson covers between 93 and 97 % of the time in the mean over p', () => {
  const means = SIZES.map((n) => {
    const intervals = intervalsOf(n, wilson);
    let sum = 0;
    // Off the printed tenths by a hair, so that no p lies on an end.
    for (let i = 0; i < 400; i += 1) sum += coverageAt((i + 0.503) / 400, intervals);
    return sum / 400;
  });
  expect(Math.min(...means)).toBeGreaterThan(0.93);
  expect(Math.max(...means)).toBeLessThan(0.97);
});
