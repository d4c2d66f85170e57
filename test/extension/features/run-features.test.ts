import { afterEach, expect, it, vi } from 'vitest';
import type { Feature } from '../../../extension/features/feature.ts';
import { FEATURES } from '../../../extension/features/index.ts';
import { runFeatures } from '../../../extension/features/run-features.ts';
import { seenOf } from '../../../extension/features/seen.ts';
import { switchFeatures } from '../../../extension/features/switches.ts';
import { speak } from '../../../extension/language.ts';
import { UNSETTLED } from '../../../extension/office-rules.ts';
import { readingOf } from '../reading.ts';

const seen = seenOf(readingOf(), UNSETTLED, '2026-11-26T10:00');
const broken: Feature = {
  id: 'broken',
  name: () => 'Hỏng',
  sign: () => {
    throw new Error('no');
  },
};
const silent: Feature = { id: 'silent', name: () => 'Im lặng', sign: () => null };
const working: Feature = {
  id: 'working',
  name: () => 'Chạy',
  sign: () => ({ sign: 'apology', name: 'Cần xin lỗi' }),
};

afterEach(() => {
  vi.restoreAllMocks();
  switchFeatures({});
  speak('vi');
});

it('a feature that fails stops no other, and says so once', () => {
  const told = vi.spyOn(console, 'error').mockImplementation(() => {});
  const run = () => runFeatures([broken, silent, working], 'sign', (feature) => feature.sign?.(seen));
  expect(run()).toEqual([{ sign: 'apology', name: 'Cần xin lỗi' }]);
  expect(run()).toHaveLength(1);
  expect(told).toHaveBeenCalledOnce();
  expect(told.mock.calls[0]?.[0]).toContain('broken.sign');
});

it('a feature that is switched off gives nothing; one that is not named is on', () => {
  const run = () => runFeatures([silent, working], 'sign', (feature) => feature.sign?.(seen));
  switchFeatures({ working: false, silent: true });
  expect(run()).toEqual([]);
  switchFeatures({ silent: false });
  expect(run()).toHaveLength(1);
});

it('every feature has a switch key of its own and a name in both languages', () => {
  const names = (language: 'vi' | 'en') => {
    speak(language);
    return FEATURES.map(({ name }) => name());
  };
  const [vi, en] = [names('vi'), names('en')];
  expect(new Set(FEATURES.map(({ id }) => id)).size).toBe(FEATURES.length);
  expect(FEATURES.every(({ id }) => /^[a-z-]{1,40}$/.test(id))).toBe(true);
  expect(new Set([...vi, ...en]).size).toBe(2 * FEATURES.length);
});
