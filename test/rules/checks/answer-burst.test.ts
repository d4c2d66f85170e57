import { expect, test } from 'vitest';
import { answerBurst } from '#rules/checks/answer-burst.ts';
import { judged, outcomeOf, plain, seenOf, UNIT_ALPHA, unitOf } from './units-of.ts';

/** 2/3/2026 and on. */
const days = (...counts: number[]) => new Map(counts.map((n, i) => [`2026-03-${String(i + 2).padStart(2, '0')}`, n]));
const unit = (name: string, ...counts: number[]) =>
  unitOf(name, { answers: counts.reduce((sum, n) => sum + n, 0), days: days(...counts) });

const found = judged(answerBurst, {
  units: [
    unit('a', 4, 4, 4, 4, 4, 60, 4, 4, 4, 4, 4),
    unit('b', 4, 5, 3, 4, 10, 20, 4, 4, 4, 4, 4),
    unit('c', 1, 1, 1, 1, 1, 19, 1, 1, 1, 1, 1, 1, 1),
    unit('d', 1, 1, 20),
  ],
});

test('60 on one day where 4 are the middle: Poisson tail at six times that, for each of 11 days', () => {
  const seen = seenOf(answerBurst, found, 'a');
  expect([seen.k, seen.n, seen.value, seen.unit]).toEqual([60, 100, 60, 'count']);
  expect(seen.p / 5.31081e-9).toBeCloseTo(1, 3);
  expect(plain(seen.sentence)).toBe('Ngày 07/03/2026 có 60 trong 100 phiếu của kỳ, bình thường 4 phiếu một ngày.');
  // Days of fewer than five are not shown.
  expect(seen.evidence).toEqual([{ label: '07/03/2026', value: '60 phiếu' }]);
});

test('five times the middle day, a day below 20 and a unit of 22 answers are not asked about', () => {
  expect(seenOf(answerBurst, found, 'b').p).toBeGreaterThan(UNIT_ALPHA);
  expect(seenOf(answerBurst, found, 'c').p).toBe(1);
  expect(outcomeOf(found, 'd')).toEqual({ is: 'few', about: { unit: 'd', officer: null }, n: 22 });
});
