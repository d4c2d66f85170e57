import { expect, test } from 'vitest';
import { newcombe } from '#rules/newcombe.ts';

test('the worked example of the source: 56/70 less 48/80 is 0,20 from 0,0524 to 0,3339', () => {
  expect(newcombe({ k: 56, n: 70 }, { k: 48, n: 80 })).toEqual({ difference: 200, lo: 52, hi: 334 });
  expect(newcombe({ k: 48, n: 80 }, { k: 56, n: 70 })).toEqual({ difference: -200, lo: -334, hi: -52 });
});

test('nothing to compare is no number, impossible counts are refused', () => {
  expect(newcombe({ k: 0, n: 0 }, { k: 1, n: 2 })).toBeNull();
  expect(() => newcombe({ k: 3, n: 2 }, { k: 1, n: 2 })).toThrow(RangeError);
});
