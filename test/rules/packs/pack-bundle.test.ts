import { expect, test } from 'vitest';
import { isKilled, type PackBundle, readPackBundle } from '#rules/packs/pack-bundle.ts';
import { PACK, packWith } from './pack-of.ts';

const BUNDLE: PackBundle = {
  format: 'dvc-packs/1',
  tenant: 'mau',
  sequence: 7,
  issued: '2026-11-10',
  expires: '2027-05-31',
  packs: [PACK],
  killedPacks: [{ id: 'motcua-cu', upTo: 4, reason: 'Đọc nhầm ngày hẹn.' }],
  killedFeatures: [{ id: 'apology-owed', reason: 'Chờ hướng dẫn mới.' }],
};
const pathsOf = (change: object) => {
  const read = readPackBundle({ ...BUNDLE, ...change });
  return 'faults' in read ? read.faults.map(({ path }) => path) : [];
};

test('a whole bundle reads back as it was written', () => {
  expect(readPackBundle(JSON.parse(JSON.stringify(BUNDLE)))).toEqual({ bundle: BUNDLE });
});

test.each([
  ['a pack with a fault, named at its place', { packs: [packWith('version', 0)] }, 'packs.0.version'],
  ['two packs of one id', { packs: [PACK, { ...PACK, version: 4 }] }, 'packs'],
  ['an end before its beginning', { expires: '2026-11-09' }, 'expires'],
  ['an end too far away', { expires: '2028-01-01' }, 'expires'],
  ['a day that is none', { issued: '2026-02-30' }, 'issued'],
  ['a sequence that is no number', { sequence: '7' }, 'sequence'],
  ['an unknown field', { nextKey: {} }, 'nextKey'],
  ['a kill without a reason', { killedPacks: [{ id: 'a', upTo: 1, reason: '' }] }, 'killedPacks.0.reason'],
])('refuses %s', (_, change, path) => {
  expect(pathsOf(change)).toContain(path);
});

test('a kill holds up to its version and for its id alone', () => {
  expect(isKilled({ id: 'motcua-cu', version: 4 }, BUNDLE.killedPacks)?.reason).toBe('Đọc nhầm ngày hẹn.');
  expect(isKilled({ id: 'motcua-cu', version: 5 }, BUNDLE.killedPacks)).toBeNull();
  expect(isKilled({ id: 'motcua-mau', version: 1 }, BUNDLE.killedPacks)).toBeNull();
});
