import { describe, expect, it } from 'vitest';
import { wilson } from '#rules/interval.ts';
import { type Bounds, certain, meanRange, printedRange, type Range, sumOfRanges } from '#rules/mean-interval.ts';

const POINTS: Bounds = { min: 0, max: 20 };
const DIFFERENCE: Bounds = { min: -20, max: 20 };

type Chances = readonly number[];

/** Chance of each sum of `n` values 0, 1, 2 steps above the least, `p` being the chance of each step. */
function sums(p: Chances, n: number): number[] {
  let chances = [1];
  for (let i = 0; i < n; i += 1) {
    const next = new Array<number>(chances.length + p.length - 1).fill(0);
    chances.forEach((chance, sum) => {
      p.forEach((step, by) => {
        next[sum + by] = (next[sum + by] ?? 0) + chance * step;
      });
    });
    chances = next;
  }
  return chances;
}

const TINY = 1e-9;
const holds = ({ lo, hi }: Range, mean: number) => lo <= mean + TINY && mean <= hi + TINY;

/** How often, over all samples, the range of the mean holds the true one. @param step tenths between two values. */
function coverage(p: Chances, n: number, bounds: Bounds, step: number): number {
  const mean = bounds.min + step * p.reduce((sum, chance, by) => sum + chance * by, 0);
  return sums(p, n).reduce((held, chance, sum) => {
    const range = meanRange(n * bounds.min + step * sum, n, bounds);
    return range && holds(range, mean) ? held + chance : held;
  }, 0);
}

const TENS = [...Array(11).keys()];
/** Every mixture of 0, 1 and 2 points in tenths of the whole, but those of one value alone. */
const MIXTURES: Chances[] = TENS.flatMap((a) =>
  TENS.filter((b) => a + b <= 10).map((b) => [a / 10, b / 10, (10 - a - b) / 10]),
).filter((p) => !p.includes(1));
const SIZES = [5, 12, 30, 80];

const average = (of: readonly number[]) => of.reduce((sum, x) => sum + x, 0) / of.length;

describe('the range of a mean known by its sum and count', () => {
  it('is that of the share where every value lies on an end', () => {
    for (const [k, n] of [
      [81, 263],
      [0, 20],
      [1, 29],
      [20, 20],
    ] as const) {
      const { lo, hi } = meanRange(20 * k, n, POINTS) ?? certain(0);
      const share = wilson(k, n);
      expect([Math.round(50 * lo), Math.round(50 * hi)]).toEqual([share?.lo, share?.hi]);
    }
  });

  it('can be worked by hand', () => {
    // Mean 1 point of 4: the middle stays, and z √(0,25/4 + z²/64) / (1 + z²/4) = 0,34996 of 20 tenths to either side.
    const { lo, hi } = meanRange(40, 4, POINTS) ?? certain(0);
    expect(lo).toBeCloseTo(10 - 20 * 0.34996, 3);
    expect(hi).toBeCloseTo(10 + 20 * 0.34996, 3);
    expect(printedRange({ lo, hi }, 10)).toEqual({ lo: 3, hi: 17 });
  });

  it('reaches the end where no value is short of it, and mirrors itself', () => {
    expect(meanRange(0, 30, POINTS)?.lo).toBe(0);
    expect(meanRange(600, 30, POINTS)?.hi).toBe(20);
    const [low, high] = [meanRange(150, 30, POINTS) ?? certain(0), meanRange(450, 30, POINTS) ?? certain(0)];
    expect(high.lo).toBeCloseTo(20 - low.hi, 9);
    expect(high.hi).toBeCloseTo(20 - low.lo, 9);
  });

  it('of nothing there is none', () => {
    expect(meanRange(0, 0, POINTS)).toBeNull();
  });

  it.each([
    [21, 1],
    [-1, 1],
    [0.5, 1],
    [1, 2.5],
    [0, -1],
    [Number.NaN, 2],
  ])('refuses a sum of %f over %f', (sum, n) => {
    expect(() => meanRange(sum, n, POINTS)).toThrow(`meanRange(${sum}, ${n}): whole numbers, 0 <= sum / n <= 20`);
  });

  it.each(SIZES)(
    'holds the true mean in 95 %% of samples of %i, averaged over all mixtures of 0, 1 and 2 points',
    (n) => {
      const held = MIXTURES.map((p) => coverage(p, n, POINTS, 10));
      expect(average(held)).toBeGreaterThan(0.95);
      // Where nearly all values are on one end a score interval dips, as that of a share does.
      expect(Math.min(...held)).toBeGreaterThan(0.83);
    },
  );

  it.each(SIZES)('is never too narrow for %i values of which half or more are in the middle', (n) => {
    for (const p of MIXTURES.filter(([, middle]) => (middle ?? 0) >= 0.5))
      expect(coverage(p, n, POINTS, 10), p.join(' ')).toBeGreaterThan(0.95);
  });

  it.each(SIZES)('holds the true difference of two points in 95 %% of samples of %i', (n) => {
    // −2, −1, 0, +1, +2: most dossiers alike, some scored higher than the system says.
    const mixtures = [
      [0, 0, 0.8, 0.1, 0.1],
      [0, 0.05, 0.9, 0.05, 0],
      [0.1, 0.1, 0.4, 0.2, 0.2],
      [0.5, 0, 0, 0, 0.5],
      [0, 0, 0.5, 0.5, 0],
    ];
    for (const p of mixtures) expect(coverage(p, n, DIFFERENCE, 10), p.join(' ')).toBeGreaterThan(0.93);
  });
});

describe('the range of a total', () => {
  /** How often the total of two indicators holds, when `together` says how their points fall on one dossier. */
  function coverageOfTwo(together: readonly (readonly [a: number, b: number, chance: number])[], n: number): number {
    let chances = new Map([['0 0', 1]]);
    for (let i = 0; i < n; i += 1) {
      const next = new Map<string, number>();
      for (const [at, chance] of chances) {
        const [x = 0, y = 0] = at.split(' ').map(Number);
        for (const [a, b, step] of together) {
          const key = `${x + a} ${y + b}`;
          next.set(key, (next.get(key) ?? 0) + chance * step);
        }
      }
      chances = next;
    }
    const mean = together.reduce((sum, [a, b, chance]) => sum + (a + b) * chance, 0);
    return [...chances].reduce((held, [at, chance]) => {
      const parts = at.split(' ').map((sum) => meanRange(Number(sum), n, POINTS) ?? certain(0));
      return holds(sumOfRanges(parts), mean) ? held + chance : held;
    }, 0);
  }

  it.each([
    [
      'always alike',
      [
        [0, 0, 0.3],
        [20, 20, 0.7],
      ],
    ],
    [
      'independent',
      [
        [0, 0, 0.09],
        [0, 20, 0.21],
        [20, 0, 0.21],
        [20, 20, 0.49],
      ],
    ],
    [
      'always apart',
      [
        [0, 20, 0.3],
        [20, 0, 0.7],
      ],
    ],
  ] as const)('holds the true one where two indicators are %s', (_, together) => {
    for (const n of [10, 25]) expect(coverageOfTwo(together, n)).toBeGreaterThan(0.92);
  });

  it('gets nothing from what is certain but its points', () => {
    const mean = meanRange(290, 20, POINTS) ?? certain(0);
    const { lo, hi } = sumOfRanges([mean, certain(20)]);
    expect(lo - mean.lo).toBeCloseTo(20, 9);
    expect(hi - mean.hi).toBeCloseTo(20, 9);
  });
});

describe('a range as printed', () => {
  it('is rounded half up away from zero, and zero has no sign', () => {
    expect(printedRange({ lo: -3.5, hi: 2.5 }, 0)).toEqual({ lo: -4, hi: 3 });
    expect(Object.is(printedRange({ lo: -0.4, hi: 1 }, 0).lo, 0)).toBe(true);
  });

  it('never leaves out the value beside it, which may have been cut off', () => {
    expect(printedRange({ lo: 17.6, hi: 18.4 }, 17)).toEqual({ lo: 17, hi: 18 });
  });
});
