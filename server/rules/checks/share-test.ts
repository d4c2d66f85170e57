import { clopperPearson } from '../clopper-pearson.ts';
import type { Evidence } from '../finding.ts';
import type { Permille } from '../interval.ts';
import { type About, type Found, type Outcome, SMALLEST_N, type Subject, subjectOf, type Tolerance } from './check.ts';
import type { Distributions } from './distributions.ts';
import { median } from './median.ts';

/** `k` of `n` of one subject, to be held against what is usual. */
export interface Share {
  readonly about: About;
  readonly k: number;
  readonly n: number;
  /** Numbers its sentence needs beside k and n. */
  readonly said?: Readonly<Record<string, number>>;
  readonly hits?: readonly string[];
  readonly evidence?: readonly Evidence[];
}

/**
 * The share taken as usual: twice the median of those with enough cases, between floor and cap. People differ without anybody doing
 * wrong, so that the question is not whether one lies above the mean but whether one is certainly far from all others; and a median
 * does not follow the few it is to find.
 */
export function usualOf(shares: readonly Pick<Share, 'k' | 'n'>[], { floor, cap }: Tolerance): Permille {
  const middle = median(shares.filter(({ n }) => n >= SMALLEST_N).map(({ k, n }) => (1000 * k) / n)) ?? 0;
  return Math.min(cap, Math.max(floor, Math.round(2 * middle)));
}

/** P(k or more of n) of a subject whose share is just the usual one, exact binomial, and the interval of the share in permille. */
export function testShare(k: number, n: number, usual: Permille, by: Distributions) {
  const { lo: low, hi: high } = clopperPearson(k, n, by) ?? { lo: 0, hi: 1000 };
  return { p: by.binomialTail(k, n, usual / 1000), low, high };
}

/** Every share held against the usual one of its province. @param over whose median says what is usual. */
export function judgeShares(shares: readonly Share[], tolerance: Tolerance, over: Subject, by: Distributions): Found {
  const usual = usualOf(
    shares.filter(({ about }) => subjectOf(about) === over),
    tolerance,
  );
  const outcomes = shares.map(({ about, k, n, said = {}, hits = [], evidence = [] }): Outcome => {
    if (n < SMALLEST_N) return { is: 'few', about, n };
    const { p, low, high } = testShare(k, n, usual, by);
    const value = Math.round((1000 * k) / n);
    return { is: 'seen', p, seen: { about, n, k, value, low, high, unit: 'share', said, hits, evidence } };
  });
  return { usual, outcomes };
}
