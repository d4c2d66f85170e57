import { expect, it } from 'vitest';
import { isFast, sampleOf } from '../../extension/second-look.ts';

it('more than 20 within a minute is too fast; 20, or a whole minute, is not', () => {
  expect([isFast(21, 59.9), isFast(20, 1), isFast(500, 60), isFast(0, 0)]).toEqual([true, false, false, false]);
});

it('a sample takes that many different ones, in their own order', () => {
  const chances = [0.9, 0.9, 0.1, 0.5];
  expect(sampleOf(['a', 'b', 'c', 'd'], 3, () => chances.shift() ?? 0)).toEqual(['a', 'c', 'd']);
  expect(sampleOf(['a', 'b'], 3)).toEqual(['a', 'b']);
});
