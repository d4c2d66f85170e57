import { roundHalfUp } from './points.ts';

/** Two-sided 95 % quantile of the normal distribution. */
export const Z = 1.959963984540054;

/** Tenths of a percent: 845 is 84,5 %. */
export type Permille = number;

/**
 * Wilson 95 % interval of the share `k / n`.
 * @returns tenths of a percent, or `null` when n = 0: no interval is better than a made-up one.
 * @throws RangeError unless k and n are whole and 0 ≤ k ≤ n.
 */
export function wilson(k: number, n: number): { lo: Permille; hi: Permille } | null {
  if (!Number.isSafeInteger(k) || !Number.isSafeInteger(n) || k < 0 || k > n)
    throw new RangeError(`wilson(${k}, ${n}): whole numbers, 0 <= k <= n`);
  if (n === 0) return null;
  const share = k / n;
  const middle = share + (Z * Z) / (2 * n);
  const reach = Z * Math.sqrt((share * (1 - share)) / n + (Z * Z) / (4 * n * n));
  const permille = (x: number) => roundHalfUp(Math.trunc(Math.min(1, Math.max(0, x / (1 + (Z * Z) / n))) * 1e9), 1e6);
  // At the ends the exact bound is the end itself; binary fractions miss it by a hair.
  return { lo: k === 0 ? 0 : permille(middle - reach), hi: k === n ? 1000 : permille(middle + reach) };
}
