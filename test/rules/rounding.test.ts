import { describe, expect, it } from 'vitest';
import { meanTenths, roundFraction, roundHalfUp, roundHalfUpExact, sumOfFractions } from '#rules/points.ts';

describe('rounding, in integers', () => {
  it.each([
    [290, 20, 15],
    [50, 4, 13],
    [0, 7, 0],
    [140, 7, 20],
    [10, 21, 0],
    [2, 4, 1],
    [1, 3, 0],
  ])('%i over %i is %i, half up', (sum, n, mean) => {
    expect(roundHalfUp(sum, n)).toBe(mean);
    expect(meanTenths(sum, n)).toBe(mean);
    expect(roundHalfUpExact(BigInt(sum), BigInt(n))).toBe(mean);
  });

  it.each([
    // 0,5 · 1,5 · 2,5 · 1,25 · 1,75 · 2
    [1n, 2n, [1, 0, 0]],
    [3n, 2n, [2, 2, 1]],
    [5n, 2n, [3, 2, 2]],
    [5n, 4n, [1, 1, 1]],
    [7n, 4n, [2, 2, 1]],
    [4n, 2n, [2, 2, 2]],
  ] as const)('%s/%s half up, half to even and cut off', (top, bottom, expected) => {
    expect((['halfUp', 'halfEven', 'truncate'] as const).map((how) => roundFraction({ top, bottom }, how))).toEqual(
      expected,
    );
  });

  it('is exact where a binary fraction is not', () => {
    // (10^15 + 1) : 2 is a tie far beyond what points reach.
    expect(roundFraction({ top: 10n ** 15n + 1n, bottom: 2n }, 'halfUp')).toBe(500_000_000_000_001);
    expect(roundFraction({ top: 10n ** 15n + 1n, bottom: 2n }, 'truncate')).toBe(500_000_000_000_000);
    const parts = Array.from({ length: 9 }, (_, i) => ({ top: 1n, bottom: 999_983n + BigInt(i) }));
    const { top, bottom } = sumOfFractions(parts);
    for (const part of parts) expect(bottom % part.bottom).toBe(0n);
    expect(Number(top) / Number(bottom)).toBeCloseTo(9 / 999_987, 10);
  });

  it('sums over a common denominator, nothing being nothing', () => {
    expect(sumOfFractions([])).toEqual({ top: 0n, bottom: 1n });
    expect(
      sumOfFractions([
        { top: 1n, bottom: 3n },
        { top: 1n, bottom: 6n },
      ]),
    ).toEqual({ top: 9n, bottom: 18n });
  });

  it('refuses what has no exact answer', () => {
    for (const [a, b] of [
      [1, 0],
      [-1, 2],
      [0.5, 2],
      [1, 2.5],
      [1, -2],
      [2 ** 53, 1],
      [1, 2 ** 53],
    ] as const)
      expect(() => roundHalfUp(a, b), `${a}/${b}`).toThrow(RangeError);
    expect(() => meanTenths(1, 0)).toThrow(RangeError);
    expect(() => meanTenths(-1, 2)).toThrow('roundFraction(-1, 2): top >= 0, bottom > 0');
    expect(() => meanTenths(0.5, 2)).toThrow(RangeError);
    expect(() => roundFraction({ top: 1n, bottom: -2n }, 'halfUp')).toThrow(RangeError);
  });
});
