import { formatCount, formatTenths } from '../format.ts';
import { type Check, type Outcome, SMALLEST_N } from './check.ts';
import { localMinute, minuteWords } from './local-minute.ts';
import type { Moment } from './sums.ts';

const WINDOW_SECONDS = 120;
export const MOST_IN_WINDOW = 50;

/** How many of one click count as confirmed within a window: as many as were looked at in so long; where that is not known, one. */
function weightOf(batch: readonly Moment[]): number {
  const looked = batch[0]?.looked ?? null;
  if (looked === null) return 1;
  return looked === 0 ? batch.length : Math.min(batch.length, Math.max(1, WINDOW_SECONDS / looked));
}

/** The most dossiers confirmed in any two minutes, and when those began (milliseconds). */
export function busiestWindow(moments: readonly Moment[]): { k: number; from: number } {
  const clicks = new Map<number, Moment[]>();
  for (const moment of moments) clicks.set(moment.at, [...(clicks.get(moment.at) ?? []), moment]);
  const sorted = [...clicks].map(([at, batch]) => ({ at, weight: weightOf(batch) })).sort((a, b) => a.at - b.at);
  let best = { k: 0, from: 0 };
  let inside = 0;
  let first = 0;
  for (const { at, weight } of sorted) {
    inside += weight;
    for (let start = sorted[first]; start && at - start.at > WINDOW_SECONDS * 1000; start = sorted[first]) {
      inside -= start.weight;
      first += 1;
    }
    // Fractions added and taken away again miss a whole number by a hair.
    const k = Math.floor(inside + 1e-9);
    if (k > best.k) best = { k, from: sorted[first]?.at ?? at };
  }
  return best;
}

/** Fifty or more dossiers confirmed within two minutes, by when they reached the server. */
export const scoreBurst: Check = {
  id: 'scoreBurst',
  family: 'self',
  asks: ['officer'],
  name: 'Xác nhận quá nhanh',
  smallestN: SMALLEST_N,
  tolerance: null,
  rule: true,
  alpha: null,
  sentence: ({ k, n, said }) =>
    `Đã xác nhận ${formatCount(k ?? 0)} hồ sơ trong 2 phút, từ ${minuteWords(said.from ?? 0)}; khoảng ${formatTenths(said.each ?? 0)} giây một hồ sơ. Cả kỳ đã xác nhận ${formatCount(n)} hồ sơ.`,
  explanations: ['Đã xem từng hồ sơ trước, rồi mới bấm xác nhận.', 'Máy gửi dồn sau khi có mạng lại.'],
  judge: ({ units }) => ({
    usual: null,
    outcomes: units.flatMap(({ unit, officers }) =>
      [...officers].flatMap(([officer, { self }]): Outcome[] => {
        const about = { unit, officer };
        const n = self.confirmed;
        if (n === 0) return [];
        if (n < SMALLEST_N) return [{ is: 'few', about, n }];
        const { k, from } = busiestWindow(self.moments);
        const said = { from: localMinute(from), each: Math.round((WINDOW_SECONDS * 10) / k) };
        const evidence = [
          { label: 'Bắt đầu lúc', value: minuteWords(said.from) },
          { label: 'Hồ sơ xác nhận trong 2 phút', value: formatCount(k) },
        ];
        const bounds = { value: k, low: null, high: null, unit: 'count' } as const;
        const p = k >= MOST_IN_WINDOW ? 0 : 1;
        return [{ is: 'seen', p, seen: { about, n, k, ...bounds, said, hits: [], evidence } }];
      }),
    ),
  }),
};
