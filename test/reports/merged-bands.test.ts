import { expect, it } from 'vitest';
import { mergedBands } from '../../server/figures/report/officers-section.ts';

const bands = (full: number, most: number, under: number) =>
  mergedBands([
    { code: 'full', label: '100%', n: full },
    { code: 'most', label: '70%', n: most },
    { code: 'under', label: 'dưới', n: under },
  ]).map(({ codes, n }) => [codes.join('+'), n]);

it('merges a band of fewer than five upward, and what is left at the top downward', () => {
  expect(bands(12, 9, 7)).toEqual([
    ['full', 12],
    ['most', 9],
    ['under', 7],
  ]);
  expect(bands(12, 9, 1)).toEqual([
    ['full', 12],
    ['most+under', 10],
  ]);
  expect(bands(3, 9, 6)).toEqual([
    ['full+most', 12],
    ['under', 6],
  ]);
  expect(bands(2, 1, 1)).toEqual([]);
  expect(bands(0, 4, 1)).toEqual([['most+under', 5]]);
});
