import { type Permille, Z } from './interval.ts';
import { roundHalfUp } from './points.ts';

/** `k` of `n`. */
export interface ShareOf {
  readonly k: number;
  readonly n: number;
}

/** Ends of Wilson's interval, not rounded: what is combined is rounded once, at the end. */
function ends({ k, n }: ShareOf): { share: number; lo: number; hi: number } {
  if (!Number.isSafeInteger(k) || !Number.isSafeInteger(n) || k < 0 || k > n)
    throw new RangeError(`newcombe(${k}, ${n}): whole numbers, 0 <= k <= n`);
  const share = k / n;
  const middle = share + (Z * Z) / (2 * n);
  const reach = Z * Math.sqrt((share * (1 - share)) / n + (Z * Z) / (4 * n * n));
  const whole = 1 + (Z * Z) / n;
  return { share, lo: k === 0 ? 0 : (middle - reach) / whole, hi: k === n ? 1 : (middle + reach) / whole };
}

const permille = (x: number): Permille => (x < 0 ? -1 : 1) * roundHalfUp(Math.trunc(Math.abs(x) * 1e9), 1e6) || 0;

/**
 * How much the share `a` lies above the share `b`, and the 95 % interval of that from Wilson's of each (Newcombe, Statistics in
 * Medicine 17, 1998, method 10). The two are of different people.
 * @returns tenths of a percent, negative where `a` is lower; `null` when either is of nothing.
 * @throws RangeError unless counts are whole and 0 ≤ k ≤ n.
 */
export function newcombe(a: ShareOf, b: ShareOf): { difference: Permille; lo: Permille; hi: Permille } | null {
  const [one, other] = [ends(a), ends(b)];
  if (a.n === 0 || b.n === 0) return null;
  const difference = one.share - other.share;
  return {
    difference: permille(difference),
    lo: permille(difference - Math.hypot(one.share - one.lo, other.hi - other.share)),
    hi: permille(difference + Math.hypot(one.hi - one.share, other.share - other.lo)),
  };
}
