import { Z } from '../interval.ts';

/** A share as a ratio needs it: `k` of `n`, both above 0. */
export interface RatioSide {
  readonly k: number;
  readonly n: number;
}

/** The logarithm of the ratio of two shares and its standard error (Katz and others, Biometrics 34, 1978). */
export function logRatio(top: RatioSide, bottom: RatioSide): { log: number; error: number } {
  return {
    log: Math.log(top.k / top.n / (bottom.k / bottom.n)),
    error: Math.sqrt(1 / top.k - 1 / top.n + 1 / bottom.k - 1 / bottom.n),
  };
}

/** The ratio in hundredths with its 95 % interval, ends rounded outwards. */
export const ratioInterval = ({ log, error }: { log: number; error: number }) => ({
  value: Math.round(100 * Math.exp(log)),
  low: Math.floor(100 * Math.exp(log - Z * error)),
  high: Math.ceil(100 * Math.exp(log + Z * error)),
});
