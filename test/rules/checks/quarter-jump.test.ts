import { expect, test } from 'vitest';
import { quarterJump } from '#rules/checks/quarter-jump.ts';
import { judged, outcomeOf, plain, seenOf, unitOf } from './units-of.ts';

const steady = (count: number) =>
  Array.from({ length: count }, (_, i) => ({ unit: `u${i}`, now: [20, 100] as const, past: [20, 100] as const }));
type Row = { unit: string; now: readonly [number, number]; past: readonly [number, number] };
const province = (rows: readonly Row[]) =>
  judged(quarterJump, {
    units: rows.map(({ unit, now: [overdue, finished] }) => unitOf(unit, {}, { overdue, finished })),
    before: rows.map(({ unit, past: [overdue, finished] }) => ({ unit, overdue, finished })),
  });

const fallen: Row = { unit: 'x', now: [10, 500], past: [100, 500] };

test('from 20 % to 2 % while the others stand still', () => {
  const found = province([...steady(30), fallen, { unit: 'y', now: [15, 100], past: [20, 100] }]);
  const seen = seenOf(quarterJump, found, 'x');
  // (10,5 / 500,5) / (100,5 / 500,5) = 0,104; half a dossier is added on both sides.
  expect([seen.n, seen.value, seen.low, seen.high]).toEqual([500, 10, 5, 20]);
  expect(seen.p / 6.20675e-13).toBeCloseTo(1, 3);
  expect(plain(seen.sentence)).toBe(
    'Tỷ lệ quá hạn từ 20,0 % (100/500) xuống 2,0 % (10/500), bằng 0,10 lần kỳ trước; mức giữa của tỉnh: 1,00 lần.',
  );
  expect(seenOf(quarterJump, found, 'y').p).toBeGreaterThan(quarterJump.alpha ?? 0);
  expect(seenOf(quarterJump, found, 'u0').p).toBeCloseTo(0.5, 9);
});

test('fewer than 30 units cannot tell how far units move; a rise is no question; without a period before nothing is asked', () => {
  expect(outcomeOf(province([...steady(28), fallen]), 'x')).toEqual({
    is: 'few',
    about: { unit: 'x', officer: null },
    n: 500,
  });
  const risen = province([...steady(30), { unit: 'x', now: [100, 500], past: [10, 500] }]);
  expect(seenOf(quarterJump, risen, 'x').p).toBeGreaterThan(0.999);
  expect(judged(quarterJump, { units: [unitOf('x', {}, { overdue: 10, finished: 500 })] }).outcomes).toEqual([]);
});

test('29 finished, or four overdue before, are too few', () => {
  const found = province([
    ...steady(30),
    { unit: 'x', now: [0, 29], past: [20, 100] },
    { unit: 'y', now: [0, 100], past: [4, 100] },
  ]);
  expect(outcomeOf(found, 'x').is).toBe('few');
  expect(outcomeOf(found, 'y').is).toBe('few');
});
