import { expect, test } from 'vitest';
import { easyHard } from '#rules/checks/easy-hard.ts';
import { judged, outcomeOf, plain, seenOf, UNIT_ALPHA, unitOf } from './units-of.ts';

const unit = (name: string, easy: [number, number], hard: [number, number]) =>
  unitOf(name, {
    easy: { answers: easy[0], dossiers: easy[1] },
    hard: { answers: hard[0], dossiers: hard[1] },
  });

const P_OF_15 = 9.81391e-6;
const found = judged(easyHard, {
  units: [
    unit('a', [22, 100], [20, 100]),
    unit('b', [24, 100], [20, 100]),
    unit('c', [300, 500], [100, 500]),
    unit('d', [96, 100], [20, 100]),
    unit('e', [60, 100], [2, 100]),
    unit('g', [40, 100], [4, 29]),
    unit('h', [27, 100], [2, 100]),
    unit('i', [4, 100], [4, 100]),
    unit('j', [97, 100], [2, 100]),
    unit('f', [20, 100], [9, 100]),
  ],
});

test('0,60 against 0,20 is three times as often; held against 1,8, 1,5 times the middle unit', () => {
  const seen = seenOf(easyHard, found, 'c');
  // Ratios 1,1, 1,2 and 3 (others hidden or few): the middle is 1,2, and 1,5 times that 1,8.
  expect([seen.n, seen.k, seen.value, seen.low, seen.high]).toEqual([400, null, 300, 248, 363]);
  expect(seen.p / 6.19836e-8).toBeCloseTo(1, 3);
  expect(found.usual).toBeNull();
  expect(plain(seen.sentence)).toBe(
    'Hồ sơ thủ tục nhanh có phiếu nhiều gấp 3,00 lần hồ sơ thủ tục dài ([2,48; 3,63]; 300/500 và 100/500); thường gặp dưới 1,80 lần.',
  );
  expect(seen.evidence.map(({ value }) => value)).toEqual(['300/500', '100/500']);
});

test('a little more often is not asked about', () => {
  expect(seenOf(easyHard, found, 'b').p).toBeGreaterThan(UNIT_ALPHA);
});

test('two answers on a hundred dossiers of long procedures count as four, and no smaller number is told', () => {
  const seen = seenOf(easyHard, found, 'e');
  // 0,60 against at most 0,04 is 15 times; its log has the error √(1/60 − 1/100 + 1/4 − 1/100) = 0,4967, the lower end is 5,66 and
  // against 1,8 z = (ln 15 − ln 1,8)/0,4967 = 4,269.
  expect([seen.n, seen.k, seen.value, seen.low, seen.high]).toEqual([64, null, 1500, 566, null]);
  expect(seen.p / P_OF_15).toBeCloseTo(1, 3);
  expect(plain(seen.sentence)).toBe(
    'Hồ sơ thủ tục nhanh có phiếu nhiều gấp ít nhất 15,00 lần hồ sơ thủ tục dài (từ 5,66; 60/100 và dưới 5/100); thường gặp dưới 1,80 lần.',
  );
  expect(seen.evidence.map(({ value }) => value)).toEqual(['60/100', 'dưới 5/100']);
});

test('no answer at all on the side of long procedures is told as the same', () => {
  const none = judged(easyHard, { units: [unit('e', [60, 100], [0, 100])] });
  const two = judged(easyHard, { units: [unit('e', [60, 100], [2, 100])] });
  expect(none).toEqual(two);
});

test('where few answered of 29 dossiers, or all but four, or 29 in all, or few on both sides, nothing is said', () => {
  for (const [name, n] of [
    ['d', 116],
    ['f', 29],
    ['g', 44],
    ['h', 29],
    ['i', 8],
    ['j', 99],
  ] as const)
    expect(outcomeOf(found, name)).toEqual({ is: 'few', about: { unit: name, officer: null }, n });
});
