import { expect, it } from 'vitest';
import { busiestWindow, scoreBurst } from '#rules/checks/score-burst.ts';
import { dossiers, judged, provinceOf } from './province-of.ts';

// 14:30 in Vietnam.
const START = Date.UTC(2026, 6, 3, 7, 30);
const every = (n: number, seconds: number) =>
  Array.from({ length: n }, (_, i) => ({ at: START + i * seconds * 1000, looked: null }));
const click = (n: number, looked: number | null) => Array.from({ length: n }, () => ({ at: START, looked }));

const rowsOf = (moments: readonly { at: number; looked: number | null }[]) =>
  moments.flatMap(({ at, looked }, i) =>
    dossiers(1, `A${i}`, { self: { officer: 'CB-01', values: {}, confirmed: at, looked } }),
  );

it('50 in 98 seconds are a burst, 49 are none', () => {
  const { seen, p, sentence } = judged(scoreBurst, provinceOf(rowsOf(every(50, 2))));
  expect(seen).toMatchObject({ k: 50, n: 50, value: 50, unit: 'count' });
  expect(p).toBe(0);
  expect(sentence).toBe(
    'Đã xác nhận 50 hồ sơ trong 2 phút, từ 03/07/2026 14:30; khoảng 2,4 giây một hồ sơ. Cả kỳ đã xác nhận 50 hồ sơ.',
  );
  expect(judged(scoreBurst, provinceOf(rowsOf(every(49, 2)))).p).toBe(1);
  expect(judged(scoreBurst, provinceOf(rowsOf(every(29, 2)))).few).toBe(29);
});

it('the window slides, both ends belong to it, and order plays no part', () => {
  expect(busiestWindow(every(100, 3))).toEqual({ k: 41, from: START });
  expect(busiestWindow([...every(100, 3)].reverse()).k).toBe(41);
  const late = every(60, 1).map(({ at }) => ({ at: at + 3_600_000, looked: null }));
  expect(busiestWindow([...every(20, 60), ...late])).toEqual({ k: 60, from: START + 3_600_000 });
});

it('of one click as many count as were looked at in two minutes; without that time, one', () => {
  expect(busiestWindow(click(100, 2)).k).toBe(60);
  expect(busiestWindow(click(100, 12)).k).toBe(10);
  expect(busiestWindow(click(100, 0)).k).toBe(100);
  expect(busiestWindow(click(100, 600)).k).toBe(1);
  expect(busiestWindow(click(100, null)).k).toBe(1);
});
