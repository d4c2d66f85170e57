import type { Distributions } from './checks/distributions.ts';
import type { Permille } from './interval.ts';

/**
 * Clopper–Pearson 95 % interval of the share `k / n` (Biometrika 26, 1934): covers the true share at least 95 times in 100, whatever it
 * is. Ends are rounded outwards, so that the printed interval still does.
 * @returns tenths of a percent, or `null` when n = 0.
 * @throws RangeError unless k and n are whole and 0 ≤ k ≤ n.
 */
export function clopperPearson(k: number, n: number, by: Distributions): { lo: Permille; hi: Permille } | null {
  if (!Number.isSafeInteger(k) || !Number.isSafeInteger(n) || k < 0 || k > n)
    throw new RangeError(`clopperPearson(${k}, ${n}): whole numbers, 0 <= k <= n`);
  if (n === 0) return null;
  return {
    lo: k === 0 ? 0 : Math.floor(1000 * by.betaQuantile(0.025, k, n - k + 1)),
    hi: k === n ? 1000 : Math.ceil(1000 * by.betaQuantile(0.975, k + 1, n - k)),
  };
}
