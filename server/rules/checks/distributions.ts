/** What the checks need of distributions. Rules take no package: made in `server/distributions.ts` and handed in. */
export interface Distributions {
  /** P(X ≥ k), X binomial of n and p. */
  binomialTail(k: number, n: number, p: number): number;
  /** P(X ≥ k), X Poisson with this mean. */
  poissonTail(k: number, mean: number): number;
  /** P(Z ≥ z), Z standard normal. */
  normalTail(z: number): number;
  /** The x with P(X ≤ x) = p, X beta of a and b. */
  betaQuantile(p: number, a: number, b: number): number;
}
