import { Z } from './interval.ts';
import { roundHalfUp, type Tenths } from './points.ts';

/** A range as it comes out, ends in tenths and not yet rounded: what is added up is rounded once, at the end. */
export interface Range {
  readonly lo: number;
  readonly hi: number;
}

/** What the values lie between, tenths: the points of an indicator, or the difference of two of them. */
export interface Bounds {
  readonly min: Tenths;
  readonly max: Tenths;
}

/** Printed once beside intervals of means and totals: how they are made, and that no narrower one is claimed. */
export const WIDEST_NOTE =
  'Khoảng rộng nhất: chỉ dựa vào tổng điểm và số hồ sơ, lấy độ phân tán lớn nhất có thể có. Khoảng của tổng điểm là các khoảng của từng chỉ số cộng lại, vì các chỉ số tính trên cùng hồ sơ.';

/**
 * 95 % range of a mean known by its sum and count alone. Values between `min` and `max` with mean m have a variance of at most
 * (m − min)(max − m) (Bhatia and Davis, American Mathematical Monthly 107, 2000), which is that of values lying on the two ends only;
 * taken at the true mean, this is Wilson's interval of the share (m − min) / (max − min), as wide as any values with this mean need.
 * @param sum tenths.
 * @returns `null` of nothing.
 * @throws RangeError unless `n` is whole and the mean lies within the bounds.
 */
export function meanRange(sum: Tenths, n: number, { min, max }: Bounds): Range | null {
  if (!Number.isSafeInteger(sum) || !Number.isSafeInteger(n) || n < 0 || sum < n * min || sum > n * max)
    throw new RangeError(`meanRange(${sum}, ${n}): whole numbers, ${min} <= sum / n <= ${max}`);
  if (n === 0) return null;
  const width = max - min;
  const share = (sum - n * min) / (n * width);
  const middle = share + (Z * Z) / (2 * n);
  const reach = Z * Math.sqrt((share * (1 - share)) / n + (Z * Z) / (4 * n * n));
  const at = (x: number) => min + (width * x) / (1 + (Z * Z) / n);
  // At the ends the exact bound is the end itself; binary fractions miss it by a hair.
  return { lo: share === 0 ? min : at(middle - reach), hi: share === 1 ? max : at(middle + reach) };
}

/** The range of what was counted or declared once for the unit: nothing in it is left to chance. */
export const certain = (points: Tenths): Range => ({ lo: points, hi: points });

/**
 * The range of a sum of means over the same dossiers: ends are added. However the parts hang together, the sum varies by no more
 * than its parts do added up, so that this is wide enough.
 */
export function sumOfRanges(parts: readonly Range[]): Range {
  return { lo: parts.reduce((sum, { lo }) => sum + lo, 0), hi: parts.reduce((sum, { hi }) => sum + hi, 0) };
}

const rounded = (x: number): Tenths => (x < 0 ? -1 : 1) * roundHalfUp(Math.trunc(Math.abs(x) * 1e9), 1e9) || 0;

/** A range as printed, tenths half up; the value printed beside it is never outside, whichever way that one was rounded. */
export function printedRange({ lo, hi }: Range, value: Tenths): { lo: Tenths; hi: Tenths } {
  return { lo: Math.min(rounded(lo), value), hi: Math.max(rounded(hi), value) };
}
