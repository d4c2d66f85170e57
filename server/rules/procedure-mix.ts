import { type Permille, Z } from './interval.ts';
import { roundHalfUp } from './points.ts';

/** A procedure with fewer dossiers on either side compares nothing (own reading). */
const SMALLEST_PROCEDURE = 5;

/** Means of one procedure: `sum` over its `n` dossiers. */
interface SumOf {
  readonly sum: number;
  readonly n: number;
}

/** A mean as it is and as it would be with the mix of the whole. `coverage` = share of the dossiers of the whole that could be compared. */
export interface Standardised {
  readonly plain: number;
  readonly weighted: number;
  readonly coverage: Permille;
}

/**
 * The mean of a unit as it is, and as it would be if its procedures were mixed as in the whole (direct standardisation), over the
 * procedures both have often enough. Both in the unit of `sum`, not rounded.
 * @returns `null` when no procedure compares.
 */
export function standardise(own: ReadonlyMap<string, SumOf>, whole: ReadonlyMap<string, number>): Standardised | null {
  const all = [...whole.values()].reduce((total, n) => total + n, 0);
  const compared = [...own].flatMap(([procedure, { sum, n }]) => {
    const weight = whole.get(procedure) ?? 0;
    return n >= SMALLEST_PROCEDURE && weight >= SMALLEST_PROCEDURE ? [{ mean: sum / n, weight }] : [];
  });
  const weight = compared.reduce((total, each) => total + each.weight, 0);
  if (weight === 0) return null;
  const [sum, n] = [...own.values()].reduce(([a, b], each) => [a + each.sum, b + each.n], [0, 0]);
  return {
    plain: sum / n,
    weighted: compared.reduce((total, each) => total + each.mean * each.weight, 0) / weight,
    coverage: roundHalfUp(1000 * weight, all),
  };
}

/** Answers to one procedure, `k` satisfied of `n`, and how many dossiers it had. */
export interface Answered {
  readonly k: number;
  readonly n: number;
  readonly dossiers: number;
}

export interface WeightedShare {
  readonly share: Permille;
  readonly lo: Permille;
  readonly hi: Permille;
  readonly coverage: Permille;
}

/**
 * The satisfied share with each procedure weighing as many dossiers as it had, instead of as many answers (post-stratification). The
 * variance is Σ w² p(1 − p)/n, with p drawn one answer to either side so that a procedure where all agree is not taken as certain.
 * @returns `null` when no procedure has answers enough. @throws RangeError unless 0 ≤ k ≤ n.
 */
export function weightedShare(procedures: readonly Answered[]): WeightedShare | null {
  if (procedures.some(({ k, n }) => k < 0 || k > n)) throw new RangeError('weightedShare: 0 <= k <= n');
  const all = procedures.reduce((total, { dossiers }) => total + dossiers, 0);
  const compared = procedures.filter(({ n, dossiers }) => n >= SMALLEST_PROCEDURE && dossiers > 0);
  const weight = compared.reduce((total, { dossiers }) => total + dossiers, 0);
  if (weight === 0) return null;
  const share = compared.reduce((total, { k, n, dossiers }) => total + (k / n) * (dossiers / weight), 0);
  const variance = compared.reduce((total, { k, n, dossiers }) => {
    const drawn = (k + 1) / (n + 2);
    return total + ((dossiers / weight) ** 2 * drawn * (1 - drawn)) / n;
  }, 0);
  const reach = Z * Math.sqrt(variance);
  return {
    share: Math.round(1000 * share),
    lo: Math.max(0, Math.floor(1000 * (share - reach))),
    hi: Math.min(1000, Math.ceil(1000 * (share + reach))),
    coverage: roundHalfUp(1000 * weight, all),
  };
}
