import * as z from 'zod';
import { dossierCode } from './ids.ts';

/** POST /v1/self-scores/standing: asked before an officer scores. */
export const standingRequest = z.strictObject({ dossiers: z.array(dossierCode).min(1).max(500) });

/** The self-score that stands: what the screen showed and what was confirmed, in tenths; no reasons and no evidence. */
export interface StandingScore {
  /** Of the self-score sent, or of the withdrawal that put it back. */
  readonly id: string;
  readonly officer: string;
  readonly officerLabel: string;
  readonly at: string;
  readonly values: Readonly<Record<string, { readonly shown: number | null; readonly points: number | null }>>;
}

export interface Standing {
  readonly dossier: string;
  /**
   * Whether the server would take a self-score now. `unknown`: it does not have the dossier, or the caller may not see it; `early`: it
   * knows of no result; `closed`: no open period is that of the result.
   */
  readonly takes: 'open' | 'closed' | 'early' | 'unknown';
  readonly score: StandingScore | null;
}

/** In the order asked. */
export interface Standings {
  readonly dossiers: readonly Standing[];
}
