import { expect, test } from 'vitest';
import { roundDigits } from '#rules/checks/round-digits.ts';
import { judged, outcomeOf, plain, seenOf, UNIT_ALPHA } from './units-of.ts';

const numbers = (round: number, other: number) => [
  ...Array.from({ length: round }, (_, i) => 20 + 5 * i),
  ...Array.from({ length: other }, (_, i) => 21 + 5 * i),
];

const found = judged(roundDigits, {
  declared: [
    { unit: '', numbers: numbers(20, 10) },
    { unit: 'a', numbers: numbers(6, 24) },
    { unit: 'b', numbers: [...numbers(29, 0), 0, 5, 10, 15] },
    { unit: 'c', numbers: [5, 10] },
  ],
});

test('20 of 30 end in 0 or 5: binomial tail at 35 %', () => {
  expect(found.usual).toBe(350);
  const seen = seenOf(roundDigits, found, '');
  expect([seen.k, seen.n, seen.value]).toEqual([20, 30, 667]);
  expect(seen.p / 0.000407948).toBeCloseTo(1, 3);
  expect(plain(seen.sentence)).toContain('20/30 số kê khai tận cùng bằng 0 hoặc 5 (66,7 %, khoảng');
  expect(plain(seen.sentence)).toContain('nếu đếm thật thường khoảng 20 %; mức coi là thường gặp: 35 %.');
  expect(seen.evidence[0]?.value.split('; ')).toHaveLength(20);
  expect(seen.evidence[0]?.value).toMatch(/^20; 25; 30; /);
});

test('one in five is what counting gives; numbers below 20 are not counted', () => {
  expect(seenOf(roundDigits, found, 'a').p).toBeGreaterThan(UNIT_ALPHA);
  expect(outcomeOf(found, 'b')).toEqual({ is: 'few', about: { unit: 'b', officer: null }, n: 29 });
  expect(found.outcomes).toHaveLength(3);
});
