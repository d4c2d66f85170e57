import { afterEach, expect, it, vi } from 'vitest';
import type { Feature } from '../../../extension/features/feature.ts';
import { runFeatures } from '../../../extension/features/run-features.ts';
import { seenOf } from '../../../extension/features/seen.ts';
import { UNSETTLED } from '../../../extension/office-rules.ts';
import { readingOf } from '../reading.ts';

const seen = seenOf(readingOf(), UNSETTLED, '2026-11-26T10:00');
const broken: Feature = {
  id: 'broken',
  sign: () => {
    throw new Error('no');
  },
};
const silent: Feature = { id: 'silent', sign: () => null };
const working: Feature = { id: 'working', sign: () => ({ sign: 'apology', name: 'Cần xin lỗi' }) };

afterEach(() => vi.restoreAllMocks());

it('a feature that fails stops no other, and says so once', () => {
  const told = vi.spyOn(console, 'error').mockImplementation(() => {});
  const run = () => runFeatures([broken, silent, working], 'sign', (feature) => feature.sign?.(seen));
  expect(run()).toEqual([{ sign: 'apology', name: 'Cần xin lỗi' }]);
  expect(run()).toHaveLength(1);
  expect(told).toHaveBeenCalledOnce();
  expect(told.mock.calls[0]?.[0]).toContain('broken.sign');
});
