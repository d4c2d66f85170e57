import type { Acts } from './acts.ts';
import type { Dossier } from './dossier.ts';
import type { DossierFacts, LegacyPoints } from './facts.ts';
import type { IndicatorId } from './finding.ts';
import type { Tenths } from './points.ts';

/**
 * How it is known that a response is about this dossier: `citizen` his own code or account · `portal` the portal that took the dossier
 * in · `receipt` the code printed on the receipt · `paper` a paper form matched to its dossier · `officerLink` a link the officer
 * handed over · `open` nothing.
 */
export type Proof = 'citizen' | 'portal' | 'receipt' | 'paper' | 'officerLink' | 'open';

/** What is known of one dossier from every side, as the scoring of a period takes it. Absent = nothing from that side. */
export interface DossierRecord {
  readonly dossier: Dossier;
  /** Absent = petitions are not recorded, which is not the same as none; `null` = one is, and waits for its verdict. */
  readonly verifiedPetition?: boolean | null;
  readonly citizen?: { readonly facts: DossierFacts; readonly legacy?: LegacyPoints; readonly proof: Proof };
  /** Points the officer gave, tenths; an indicator that is absent was left empty. */
  readonly self?: Partial<Record<IndicatorId, Tenths>>;
  readonly acts?: Acts;
}
