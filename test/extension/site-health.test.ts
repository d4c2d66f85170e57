import { expect, test } from 'vitest';
import { countSentence, healthSentence } from '../../extension/health-words.ts';
import type { ReadingCount } from '../../extension/messages.ts';
import { afterLook, lightOf, type SiteHealth } from '../../extension/site-health.ts';

const count = (read: number, total: number, noDate = 0): ReadingCount => ({
  total,
  read,
  noCode: total - read - noDate,
  noDate,
  duplicates: 0,
});
const look = (read: number, total: number, noDate = 0) => ({
  count: count(read, total, noDate),
  unreadable: false,
  by: 'any-table',
});
const UNREADABLE = { count: count(0, 0), unreadable: true, by: 'any-table' };
const after = (...looks: readonly Parameters<typeof afterLook>[1][]): SiteHealth =>
  looks.reduce<SiteHealth | null>((before, each) => afterLook(before, each, '2026-11-26T10:00'), null) as SiteHealth;

test('the count is said with what is missing', () => {
  expect(countSentence(count(18, 20, 2))).toBe('Đọc được 18/20 dòng; 2 dòng thiếu ngày hẹn trả');
  expect(countSentence(count(20, 20))).toBe('Đọc được 20/20 dòng');
  expect(countSentence({ ...count(15, 20, 1), noCode: 2, duplicates: 2 })).toBe(
    'Đọc được 15/20 dòng; 1 dòng thiếu ngày hẹn trả; 2 dòng thiếu mã hồ sơ; 2 dòng trùng mã',
  );
});

test.each([
  ['every row', [look(20, 20)], 'good'],
  ['nearly every row', [look(18, 20, 2)], 'partly'],
  ['no row', [look(0, 20)], 'bad'],
  ['a list nobody can read', [UNREADABLE], 'bad'],
  ['well, then badly once: it may be another list', [look(20, 20), look(3, 20)], 'partly'],
  ['well, then badly twice', [look(20, 20), look(3, 20), look(3, 20)], 'changed'],
  ['well, then not at all', [look(20, 20), UNREADABLE, UNREADABLE], 'changed'],
  ['badly from the start: nothing has changed', [look(3, 20), look(3, 20), look(3, 20)], 'partly'],
  ['few rows tell nothing', [look(20, 20), look(0, 2), look(0, 2), look(1, 2)], 'partly'],
  ['well again', [look(20, 20), look(3, 20), look(3, 20), look(19, 20)], 'partly'],
] as const)('%s', (_, looks, light) => {
  expect(lightOf(after(...looks))).toBe(light);
});

test('a layout that changed is told with what it read before', () => {
  expect(healthSentence(after(look(20, 20), look(3, 20), look(3, 20)))).toBe(
    'Đọc được 3/20 dòng; 17 dòng thiếu mã hồ sơ. Trước đây đọc được 20/20 dòng. Trang có thể đã đổi cách trình bày. Dạy lại trang này hoặc báo đầu mối của tỉnh.',
  );
});
