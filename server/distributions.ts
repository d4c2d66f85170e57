import betaCdf from '@stdlib/stats-base-dists-beta-cdf';
import betaQuantile from '@stdlib/stats-base-dists-beta-quantile';
import normalCdf from '@stdlib/stats-base-dists-normal-cdf';
import poissonCdf from '@stdlib/stats-base-dists-poisson-cdf';
import type { Distributions } from '#rules/checks/distributions.ts';

/** The distributions the checks go by, of a kept library; the only file that names it. */
export const distributions: Distributions = {
  // P(X ≥ k) is the beta distribution function at p: sums of small terms would lose the tail.
  binomialTail: (k, n, p) => (k <= 0 ? 1 : k > n ? 0 : betaCdf(p, k, n - k + 1)),
  // Tells nothing apart below 1e-16, far below every level that is asked.
  poissonTail: (k, mean) => (k <= 0 ? 1 : 1 - poissonCdf(k - 1, mean)),
  normalTail: (z) => normalCdf(-z, 0, 1),
  betaQuantile: (p, a, b) => betaQuantile(p, a, b),
};
