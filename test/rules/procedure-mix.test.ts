import { expect, test } from 'vitest';
import { standardise, weightedShare } from '#rules/procedure-mix.ts';

test('means 10 and 2 of ten dossiers each, mixed 10 to 30 as in the whole, are 4; 40 of 100 dossiers compare', () => {
  const own = new Map([
    ['a', { sum: 100, n: 10 }],
    ['b', { sum: 20, n: 10 }],
    ['c', { sum: 18, n: 3 }],
  ]);
  const whole = new Map([
    ['a', 10],
    ['b', 30],
    ['c', 60],
  ]);
  // As it is: 138 over 23.
  expect(standardise(own, whole)).toEqual({ plain: 6, weighted: 4, coverage: 400 });
  expect(standardise(new Map([['c', { sum: 18, n: 3 }]]), whole)).toBeNull();
});

test('0,8 of a quarter and 0,5 of three quarters of the dossiers is 0,575', () => {
  // Drawn in: 9/12 and 6/12, variance 0,0625 · 0,1875/10 + 0,5625 · 0,25/10 = 0,015234, reach 0,2419.
  expect(
    weightedShare([
      { k: 8, n: 10, dossiers: 100 },
      { k: 5, n: 10, dossiers: 300 },
      { k: 1, n: 2, dossiers: 100 },
    ]),
  ).toEqual({ share: 575, lo: 333, hi: 817, coverage: 800 });
  expect(weightedShare([{ k: 1, n: 2, dossiers: 9 }])).toBeNull();
  expect(() => weightedShare([{ k: 3, n: 2, dossiers: 9 }])).toThrow(RangeError);
});
