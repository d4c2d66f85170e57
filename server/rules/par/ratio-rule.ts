import type { Citation } from '../law.ts';
import type { Period } from '../period.ts';
import type { DossierInYear, RatioView, Verdict } from './dossier-in-year.ts';
import type { RatioId } from './ratio.ts';

/** A ratio counted dossier by dossier. */
export interface RatioRule {
  readonly id: RatioId;
  readonly tell: (seen: DossierInYear, view: RatioView) => Verdict;
  /** @throws NotInForce where no rule of the last day of the period is known. */
  readonly cite: (period: Period) => Citation;
}
