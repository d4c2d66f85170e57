import { formatCount, formatInterval, formatTenths } from '../format.ts';
import { meanRange } from '../mean-interval.ts';
import { type Check, type Outcome, SMALLEST_N, subjectOf } from './check.ts';
import type { Distributions } from './distributions.ts';
import { median } from './median.ts';
import type { KeptMeans } from './sums.ts';

/** Points of an indicator, tenths. */
const BOUNDS = { min: 0, max: 20 };
/** Above the middle of the province by so much is usual, and never less than the floor or more than the cap. Tenths of a point. */
const [ABOVE_MIDDLE, FLOOR, CAP] = [1, 2, 3];

interface Pair {
  readonly about: { readonly unit: string; readonly officer: string | null };
  readonly self: { readonly sum: number; readonly n: number };
  readonly citizen: { readonly sum: number; readonly n: number };
  /** Tenths, not rounded. */
  readonly difference: number;
}

function pairOf({ unit, officer, self, citizen }: KeptMeans): Pair | null {
  if (citizen.sum === null || self.n < SMALLEST_N || citizen.n < SMALLEST_N) return null;
  const difference = self.sum / self.n - citizen.sum / citizen.n;
  return { about: { unit, officer }, self, citizen: { sum: citizen.sum, n: citizen.n }, difference };
}

/** The largest variance points with this mean can have, over n (Bhatia and Davis). */
const varianceOf = ({ sum, n }: { sum: number; n: number }) => ((sum / n) * (BOUNDS.max - sum / n)) / n;

function seenOf({ about, self, citizen, difference }: Pair, middle: number, usual: number, by: Distributions): Outcome {
  const [a, b] = [self.sum / self.n, citizen.sum / citizen.n];
  const none = { lo: 0, hi: 0 };
  const ofSelf = meanRange(self.sum, self.n, BOUNDS) ?? none;
  const ofCitizen = meanRange(citizen.sum, citizen.n, BOUNDS) ?? none;
  // Newcombe's way for the difference of two independent estimates (Statistics in Medicine 17, 1998, method 10).
  const low = Math.floor(difference - Math.hypot(a - ofSelf.lo, ofCitizen.hi - b));
  const high = Math.ceil(difference + Math.hypot(ofSelf.hi - a, b - ofCitizen.lo));
  const deviation = Math.sqrt(varianceOf(self) + varianceOf(citizen));
  const p = deviation === 0 ? Number(difference <= usual) : by.normalTail((difference - usual) / deviation);
  const said = { self: Math.round(a), citizen: Math.round(b), answers: citizen.n, middle: Math.round(middle) };
  const evidence = [
    { label: 'Tự chấm, trung bình', value: formatTenths(said.self) },
    { label: 'Người dân, trung bình', value: formatTenths(said.citizen) },
  ];
  const value = Math.round(difference);
  return {
    is: 'seen',
    p,
    seen: { about, n: self.n, k: null, value, low, high, unit: 'difference', said, hits: [], evidence },
  };
}

/** Means of kept sums alone, so that nothing is opened; weak for one officer, and the method page says so. */
export const selfMinusCitizen: Check = {
  id: 'selfMinusCitizen',
  family: 'self',
  asks: ['officer', 'unit'],
  name: 'Tự chấm cao hơn người dân',
  smallestN: SMALLEST_N,
  tolerance: null,
  rule: false,
  alpha: null,
  sentence: ({ n, value, low, high, said }) =>
    `Tự chấm trung bình ${formatTenths(said.self ?? null)}, người dân ${formatTenths(said.citizen ?? null)} điểm, chênh ${formatTenths(value, 'vi', true)} ${formatInterval(low ?? 0, high ?? 0, 'vi', true)} (n = ${formatCount(n)} hồ sơ, ${formatCount(said.answers ?? 0)} phiếu); giữa tỉnh ${formatTenths(said.middle ?? null, 'vi', true)}.`,
  explanations: [
    'Người trả lời phiếu không phải là người dân của mọi hồ sơ đã tự chấm.',
    'Người dân so với ngày hẹn khác ngày mà hệ thống dùng.',
  ],
  judge: ({ means }, by) => {
    const outcomes = (['officer', 'unit'] as const).flatMap((subject) => {
      const asked = means.filter((row) => subjectOf(row) === subject);
      const middle = median(asked.flatMap((row) => pairOf(row)?.difference ?? [])) ?? 0;
      const usual = Math.min(CAP, Math.max(FLOOR, middle + ABOVE_MIDDLE));
      return asked.map((row): Outcome => {
        const pair = pairOf(row);
        if (pair) return seenOf(pair, middle, usual, by);
        return { is: 'few', about: { unit: row.unit, officer: row.officer }, n: Math.min(row.self.n, row.citizen.n) };
      });
    });
    return { usual: null, outcomes };
  },
};
