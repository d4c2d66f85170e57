import { expect, test } from 'vitest';
import { differingCounts } from '#rules/checks/differing-counts.ts';
import { faultsOf } from '#rules/integrity.ts';
import type { PublishedGroup } from '#rules/published-table.ts';
import { judged, plain, seenOf } from './units-of.ts';

const group = (whole: number | null, ...rows: [count: number, percent: string][]): PublishedGroup => ({
  title: 'Mức độ hài lòng',
  counted: 'phiếu',
  whole: { label: 'phiếu', count: whole },
  exhaustive: false,
  parts: rows.map(([count, percent], i) => ({ label: `Dòng ${i + 1}`, count, percent })),
});

// 50 at 50,0 % is of 100 (50/0,5005 = 99,9 or 50/0,501 = 99,8 up to 50/0,4995 = 100,1); 45 at 50,0 % is of 90.
const differing = group(100, [50, '50,0'], [45, '50,0']);

test('two lines that cannot be shares of one number are a fact', () => {
  const found = judged(differingCounts, { tables: [group(80, [40, '50,0'], [20, '25,0']), differing] });
  const seen = seenOf(differingCounts, found, '');
  expect([seen.k, seen.n, seen.p, seen.unit]).toEqual([1, 2, 0, 'count']);
  expect(plain(seen.sentence)).toBe(
    'Bảng ghi chung n = 100 nhưng tỷ lệ cho thấy mẫu số khác nhau: 90 và 100 (1/2 bảng đã kiểm tra như vậy).',
  );
  expect(seen.evidence.map(({ value }) => plain(value))).toEqual(['Mức độ hài lòng', '45 (50,0 %)', '50 (50,0 %)']);
});

test('a table that names no n says so in other words, and an open span too', () => {
  const found = judged(differingCounts, { tables: [group(null, [50, '50,0'], [45, '50,0'])] });
  expect(seenOf(differingCounts, found, '').sentence).toMatch(/^Bảng dùng chung một mẫu số nhưng/);
  // 1 at 0,0 % is of more than 1.000 at least when cut off; 5 at 50,0 % is of 10.
  const open = judged(differingCounts, { tables: [group(null, [1, '0,0'], [5, '50,0'])] });
  expect(seenOf(differingCounts, open, '').sentence).toContain('10 và từ 1.001 (');
});

test('rounded and cut off percentages of one number are not asked about', () => {
  // 2/3 = 66,67 % and 1/3 = 33,33 %; cut off they are 66,6 and 33,3.
  for (const honest of [group(300, [200, '66,7'], [100, '33,3']), group(300, [200, '66,6'], [100, '33,3'])])
    expect(seenOf(differingCounts, judged(differingCounts, { tables: [honest] }), '').p).toBe(1);
});

test('one line alone, and lines of nought, say nothing', () => {
  expect(judged(differingCounts, { tables: [group(100, [50, '50,0'], [0, '0,0'])] }).outcomes).toEqual([]);
});

test('the check of published tables names it where no whole is printed', () => {
  const table = {
    id: 'vi-du',
    tenantName: 'Ví dụ',
    title: 'Ví dụ',
    source: { text: 'Ví dụ', date: '2026-01-01' },
    period: null,
    periodText: '',
    groups: [group(null, [50, '50,0'], [45, '50,0'])],
    scores: [],
    notes: [],
  };
  const [fault] = faultsOf(table);
  expect(fault?.code).toBe('percent.denominators');
  expect(plain(fault?.message ?? '')).toBe(
    'Kiểm tra: các tỷ lệ không cùng mẫu số, «Dòng 2» trên 90, «Dòng 1» trên 100 phiếu.',
  );
});
