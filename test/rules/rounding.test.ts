import { describe, expect, it } from 'vitest';
import { meanTenths, roundHalfUp } from '#rules/points.ts';

describe('rounding, half up, in integers', () => {
  // TT 01/2018 Điều 15: one decimal. Points in tenths: 29 points over 20 dossiers = 1,45 → 1,5.
  it.each([
    [290, 20, 15],
    [50, 4, 13],
    [10, 20, 1],
    [0, 7, 0],
    [140, 7, 20],
    [10, 21, 0],
  ])('%i tenths over %i dossiers is %i tenths', (sum, n, mean) => {
    expect(meanTenths(sum, n)).toBe(mean);
  });

  it('refuses what has no exact answer', () => {
    expect(() => roundHalfUp(1, 0)).toThrow(RangeError);
    expect(() => roundHalfUp(-1, 2)).toThrow(RangeError);
    expect(() => roundHalfUp(0.5, 2)).toThrow(RangeError);
  });
});
