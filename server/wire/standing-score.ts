import * as z from 'zod';
import { dossierCode } from './ids.ts';

/** POST /v1/self-scores/standing: asked before an officer scores. */
export const standingRequest = z.strictObject({ dossiers: z.array(dossierCode).min(1).max(500) });

/** The self-score that stands: what the screen showed and what was confirmed, in tenths; no reasons and no evidence. */
const standingScore = z.object({
  /** Of the self-score sent, or of the withdrawal that put it back. */
  id: z.string(),
  officer: z.string(),
  officerLabel: z.string(),
  at: z.string(),
  values: z.record(z.string(), z.object({ shown: z.number().nullable(), points: z.number().nullable() })),
});
export type StandingScore = z.infer<typeof standingScore>;

const standing = z.object({
  dossier: z.string(),
  /**
   * Whether the server would take a self-score now. `unknown`: it does not have the dossier, or the caller may not see it; `early`: it
   * knows of no result; `closed`: no open period is that of the result.
   */
  takes: z.enum(['open', 'closed', 'early', 'unknown']),
  score: standingScore.nullable(),
});
export type Standing = z.infer<typeof standing>;

/** In the order asked. */
export const standings = z.object({ dossiers: z.array(standing) });
export type Standings = z.infer<typeof standings>;
