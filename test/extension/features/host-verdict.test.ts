// @vitest-environment happy-dom
import { afterEach, expect, it } from 'vitest';
import { hostVerdict } from '../../../extension/features/host-verdict.tsx';
import { seenOf } from '../../../extension/features/seen.ts';
import type { DossierReading } from '../../../extension/hosts/host.ts';
import { speak } from '../../../extension/language.ts';
import { UNSETTLED } from '../../../extension/office-rules.ts';
import { readingOf } from '../reading.ts';
import { textOf } from './text-of.ts';

/** Thursday 10:00; 24/11/2026 is a public holiday. */
const see = (part: Partial<DossierReading>) => seenOf(readingOf(part), UNSETTLED, '2026-11-26T10:00');

afterEach(() => speak('vi'));

it('the host says on time, counted again it was late by half a morning: information, with the sign', () => {
  const seen = see({ state: 'returned', ready: '2026-11-25T09:30', hostVerdict: 'Đúng hạn' });
  // Promised 23/11 17:00; ready 25/11 09:30 is two hours into the next working day.
  expect(hostVerdict.sign?.(seen)).toEqual({ sign: 'differs', name: 'Lệch với phần mềm' });
  expect(textOf(hostVerdict, seen)).toBe(
    '≠ Phần mềm ghi: Đúng hạn. Tính lại: trễ 2 giờ làm việc. Ngày đã hẹn với người dân vẫn giữ.',
  );
});

it('says the same in English, the words of the host as they are', () => {
  speak('en');
  const seen = see({ state: 'returned', ready: '2026-11-25T09:30', hostVerdict: 'Đúng hạn' });
  expect(textOf(hostVerdict, seen)).toBe(
    '≠ The system says: Đúng hạn. Our result: late by 2 working hours. The promised date stands.',
  );
});

it.each<[string, Partial<DossierReading>, string | null]>([
  ['running, the host a day behind', { hostVerdict: 'Còn 1 ngày' }, 'trễ 1 ngày 2 giờ làm việc'],
  ['running, both late, in other units', { hostVerdict: 'Quá 3 ngày' }, null],
  [
    'running, the host late over a public holiday',
    { promised: '2026-11-27T17:00', hostVerdict: 'Quá hạn' },
    'còn 1 ngày 5 giờ làm việc',
  ],
  ['running, both in time', { promised: '2026-11-27T17:00', hostVerdict: 'Hôm nay' }, null],
  [
    'finished early, the host says on time',
    { state: 'ready', ready: '2026-11-19T17:00', hostVerdict: 'Đúng hạn' },
    'trước hạn 2 ngày làm việc',
  ],
  [
    'finished on the day, the host says so',
    { state: 'ready', ready: '2026-11-23T09:00', hostVerdict: 'Đúng hạn' },
    null,
  ],
  ['paused', { state: 'waitingSupplement', hostVerdict: 'Quá hạn 2 ngày' }, null],
  ['no promised date', { promised: null, hostVerdict: 'Quá hạn 2 ngày' }, null],
  ['words that say nothing on time', { hostVerdict: 'Tạm dừng xử lý' }, null],
  ['a host without such a column', { hostVerdict: null }, null],
])('%s', (_what, part, ours) => {
  const seen = see(part);
  expect(hostVerdict.sign?.(seen)?.sign ?? null).toBe(ours && 'differs');
  if (ours) expect(textOf(hostVerdict, seen)).toContain(`Tính lại: ${ours}.`);
});
