import type { LocalTime } from './law.ts';

/**
 * Moments of what an office did about one dossier, beside its dates; they decide the duties. Absent = not recorded, `null` = known
 * not to have happened yet.
 */
export interface Acts {
  /** The system got the online dossier. */
  readonly submitted?: LocalTime | null;
  /** The reception officer was alerted of the online dossier. */
  readonly alerted?: LocalTime | null;
  /** First answer to an online dossier: it was taken in, or a supplement was asked for. */
  readonly answered?: LocalTime | null;
  /** Notices that asked for a supplement, in order. */
  readonly supplementNotices?: readonly LocalTime[];
  /** Handed over from the one-stop shop to the agency that processes it. */
  readonly handedOver?: LocalTime | null;
  /** Filed away from the competent agency: when that agency received it. */
  readonly competentReceived?: LocalTime | null;
  /** The paper part of a dossier filed elsewhere was sent on. */
  readonly forwarded?: LocalTime | null;
  /** Written refusal after appraisal. */
  readonly refused?: LocalTime | null;
  /** Letters of apology, in order. */
  readonly apologies?: readonly LocalTime[];
  /** A wrong result by the agency's own fault was found, and corrected. */
  readonly errorFound?: LocalTime | null;
  readonly corrected?: LocalTime | null;
}
