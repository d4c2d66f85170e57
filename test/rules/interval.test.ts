import { describe, expect, it } from 'vitest';
import { wilson } from '#rules/interval.ts';

describe('Wilson interval, 95 %', () => {
  // Newcombe, Statistics in Medicine 17 (1998), table I: score method without continuity correction.
  it.each([
    [81, 263, 255, 366],
    [0, 20, 0, 161],
    [1, 29, 6, 172],
  ])('%i of %i is %i to %i tenths of a percent', (k, n, lo, hi) => {
    expect(wilson(k, n)).toEqual({ lo, hi });
  });

  it('never leaves 0 to 100 %, and mirrors itself', () => {
    expect(wilson(20, 20)).toEqual({ lo: 839, hi: 1000 });
    expect(wilson(1, 1)?.hi).toBe(1000);
  });

  it('of nobody there is none', () => {
    expect(wilson(0, 0)).toBeNull();
  });

  it.each([
    [3, 2],
    [-1, 2],
    [0.5, 2],
    [1, 2.5],
    [0, -1],
    [Number.NaN, 2],
    [2 ** 53, 2 ** 53],
  ])('refuses %f of %f', (k, n) => {
    expect(() => wilson(k, n)).toThrow(new RangeError(`wilson(${k}, ${n}): whole numbers, 0 <= k <= n`));
  });
});
