import { expect, test } from 'vitest';
import { unknownDossiers } from '#rules/checks/unknown-dossiers.ts';
import { judged, outcomeOf, plain, seenOf, UNIT_ALPHA, unitOf } from './units-of.ts';

const found = judged(unknownDossiers, {
  units: [
    unitOf('a', { answers: 90, linked: 80, unknown: 1 }),
    unitOf('b', { answers: 90, linked: 80, unknown: 2 }),
    unitOf('c', { answers: 50, linked: 40, unknown: 10 }),
    unitOf('d', { answers: 500, linked: 29, unknown: 29 }),
    unitOf('e', { answers: 70 }),
  ],
});

test('10 of 40 codes that are not held, binomial tail at 5 %', () => {
  // Of the three with enough the middle share is 2,5 %, twice that is the floor.
  expect(found.usual).toBe(50);
  const seen = seenOf(unknownDossiers, found, 'c');
  expect([seen.k, seen.n, seen.value]).toEqual([10, 40, 250]);
  expect(seen.p / 2.06833e-5).toBeCloseTo(1, 3);
  expect(plain(seen.sentence)).toContain('10/40 phiếu gắn với mã hồ sơ chưa có trên hệ thống (25,0 %, khoảng');
  expect(seen.evidence).toEqual([{ label: 'Phiếu có mã hồ sơ', value: '40/50' }]);
  expect(seen.hits).toEqual([]);
});

test('2 of 80 is not asked about; only answers with a code count towards the 30', () => {
  expect(seenOf(unknownDossiers, found, 'b').p).toBeGreaterThan(UNIT_ALPHA);
  expect(outcomeOf(found, 'd')).toEqual({ is: 'few', about: { unit: 'd', officer: null }, n: 29 });
  expect(found.outcomes).toHaveLength(4);
});
