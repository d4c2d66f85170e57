import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { drawSample, listHash, seedOf } from '#rules/sample/draw.ts';
import { sampleSize, shareOut } from '#rules/sample/sizes.ts';
import { type Drawable, stratumOf } from '#rules/sample/strata.ts';

const sha256 = (text: string) => createHash('sha256').update(text, 'utf8').digest('hex');
const seed = seedOf('abc', '31415', sha256);

const dossiers: Drawable[] = Array.from({ length: 600 }, (_, i) => ({
  unit: i < 500 ? 'b' : i < 597 ? 'a' : 'c',
  code: `HS-${i}`,
  late: i % 10 === 0,
  selfAbove: i % 3 === 0 ? null : i % 3 === 1,
}));

test('2 % of a unit, at least five, at most all', () => {
  expect([0, 3, 5, 97, 250, 251, 500, 1000].map(sampleSize)).toEqual([0, 3, 5, 5, 5, 6, 10, 20]);
});

test('one for each stratum, the rest in proportion by largest remainders', () => {
  // 10 for 70, 20 and 10: one each, then 7 by 69, 19 and 9 of 97: 4,98, 1,37 and 0,65, so 4, 1, 0 and two by remainder.
  expect(
    Object.fromEntries(
      shareOut(
        10,
        new Map([
          ['x', 70],
          ['y', 20],
          ['z', 10],
        ]),
      ),
    ),
  ).toEqual({ x: 6, y: 2, z: 2 });
  // More strata than places: the largest.
  expect(
    Object.fromEntries(
      shareOut(
        2,
        new Map([
          ['x', 1],
          ['y', 5],
          ['z', 9],
        ]),
      ),
    ),
  ).toEqual({ z: 1, y: 1 });
  expect(
    Object.fromEntries(
      shareOut(
        9,
        new Map([
          ['x', 1],
          ['y', 2],
        ]),
      ),
    ),
  ).toEqual({ x: 1, y: 2 });
});

test('whoever has the seed comes to the same list, in whatever order it is read', () => {
  expect(seed).toBe(createHash('sha256').update('abc|31415').digest('hex'));
  const drawn = drawSample(dossiers, seed, sha256);
  expect(drawSample([...dossiers].reverse(), seed, sha256)).toEqual(drawn);
  expect(['a', 'b', 'c'].map((unit) => drawn.filter((each) => each.unit === unit).length)).toEqual([5, 10, 3]);
  // Recomputed without the rule: whatever was taken of a stratum is the head of it sorted by hash.
  for (const unit of ['a', 'b', 'c'])
    for (const stratum of new Set(dossiers.map(stratumOf))) {
      const taken = drawn.filter((each) => each.unit === unit && each.stratum === stratum);
      const sorted = dossiers
        .filter((each) => each.unit === unit && stratumOf(each) === stratum)
        .map(({ code }) => `${createHash('sha256').update(`${seed}|${code}`).digest('hex')} ${code}`)
        .sort()
        .map((line) => line.slice(65));
      expect(taken.map(({ code }) => code)).toEqual(sorted.slice(0, taken.length));
      expect(taken.map(({ place }) => place)).toEqual(taken.map((_, i) => i + 1));
    }
  const text = drawn.map(({ unit, code }) => `${unit}|${code}\n`).join('');
  expect(listHash(drawn, sha256)).toBe(createHash('sha256').update(text).digest('hex'));
});

test('another number draws another list', () => {
  expect(drawSample(dossiers, seedOf('abc', '31416', sha256), sha256)).not.toEqual(drawSample(dossiers, seed, sha256));
});
