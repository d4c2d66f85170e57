import { describe, expect, it } from 'vitest';
import { PATTERNS } from '#rules/personal-data.ts';
import { countSteps } from './count-steps.ts';
import { GOES, STAYS } from './scrub-cases.ts';

const written = [
  ...Object.values(GOES).flatMap((cases) => cases.map(([text]) => text)),
  ...Object.values(STAYS).flat(),
];

it('the counting matcher finds what the browser finds', () => {
  for (const [kind, pattern] of PATTERNS)
    for (const text of written.map((one) => one.normalize('NFKC')))
      expect([kind, text, ...countSteps(pattern, text).matches]).toEqual([
        kind,
        text,
        ...[...text.matchAll(pattern)].map(([found]) => found),
      ]);
});

it('the counting matcher sees a pattern that grows with the square of the text', () => {
  const [short, long] = [500, 1000].map((n) => countSteps(/\d{0,2000}x/, '1'.repeat(n)).steps);
  expect((long ?? 0) / (short ?? 1)).toBeGreaterThan(3.5);
});

/** Pieces that begin what some pattern looks for, again and again, and never end it. */
const PIECES = [
  '0',
  '09 ',
  '9.',
  '0(',
  '84 ',
  'a.',
  'a@',
  '@a.',
  'ông A',
  'A ',
  'Ông A B C D ',
  'tên tôi là ',
  'nguyễn văn a ',
  'Số 1/',
  'ngõ 1 ',
  'số nhà 1/1/1/1, xã A ',
  'tổ 1, ',
  'địa chỉ: ',
  'địa chỉ nhà của tôi ',
  'stk a ',
  'tài khoản 1 2 3 4 5 ',
  'cccd ',
];

describe('the work grows in proportion to a text of', () => {
  for (const piece of PIECES)
    it(`${JSON.stringify(piece)} repeated`, () => {
      const sizes = [5_000, 20_000];
      for (const [kind, pattern] of PATTERNS) {
        const steps = sizes.map((size) => countSteps(pattern, piece.repeat(size / piece.length)).steps);
        const [few = 0, many = 0] = steps;
        // Four times the text; a tenth more for what the shorter one's ends cut off.
        expect(many, `${kind}: ${pattern.source.slice(0, 40)}`).toBeLessThan(few * 4.4);
        // A character is looked at a few hundred times at the very most, whatever stands beside it.
        expect(many / 20_000).toBeLessThan(400);
      }
    });
});
