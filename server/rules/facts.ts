import type { DossierState } from './dossier.ts';
import type { IndicatorId } from './finding.ts';
import type { Readings } from './scored.ts';

/** States in which a dossier has ended without a result. */
export type NoResult = Extract<DossierState, 'withdrawn' | 'refused' | 'stopped'>;

/**
 * What is known of one dossier, in the vocabulary of the dossier, never in points. The system, the citizen and the officer
 * state the same facts, so one function scores all three series. `undefined` = not known: the indicator is left out.
 */
export interface DossierFacts {
  /** Result against the promised (or legal) date. `onSpot`: handed over at filing, no receipt printed. */
  readonly punctuality?: 'early' | 'onTime' | 'overdue' | 'onSpot';
  /** Named choices that decided `punctuality`, or that it is not known. */
  readonly punctualityBy?: Readings;
  /** It ended without a result: nothing is there to be early or on time. */
  readonly noResult?: NoResult;
  /** The step judged against its own limit (indicator 2, choice `index2.agencies`). */
  readonly stepPunctuality?: 'early' | 'onTime' | 'overdue';
  /** Named choices that decided `stepPunctuality`. */
  readonly stepPunctualityBy?: Readings;
  /** Contacts with the receiving office after filing, to complete the dossier; 2 stands for two or more. */
  readonly contacts?: 0 | 1 | 2;
  /** Every contact counted above was the applicant's own fault. */
  readonly contactsByApplicant?: boolean;
  /** Agencies other than the receiving office contacted to complete the dossier; 2 stands for two or more. */
  readonly otherAgencies?: 0 | 1 | 2;
  /** The one other agency was a site inspection or appraisal meeting the law makes the applicant attend. */
  readonly siteVisit?: boolean;
  /** Every other place contacted was a bank, treasury, post office or notary (choice `index4.exclude`). */
  readonly onlyServices?: boolean;
  /** Published information on the procedure: on both channels, on one, or faulty. */
  readonly disclosure?: 'both' | 'one' | 'faulty';
  /** Attitude as the respondent states it. */
  readonly attitude?: 'polite' | 'neutral' | 'impolite' | 'harassing';
  /**
   * A verified petition about harassment on this dossier, as the system knows it; also the citizen series is scored with it. `null` =
   * such a petition waits for its verdict.
   */
  readonly verifiedPetition?: boolean | null;
}

/** What is known of a unit in a period. Counts, never rates. `undefined` = not known: the indicator is left out. */
export interface UnitFacts {
  /** Indicator 5: listed procedures, those received and returned at the one-stop shop, those done there from end to end. */
  readonly oneStop?: {
    readonly listed: number;
    readonly receivedAndReturned: number;
    readonly wholeCycle: number;
    /** Which threshold of `wholeCycle` applies: ministry, department and provincial centre 20 %, district 50 %, commune 100 %. */
    readonly level: 'province' | 'district' | 'commune';
  };
  readonly disclosure?: 'both' | 'one' | 'faulty';
  /** Indicator 8: petitions due in the period, answered on time, and dragged on. */
  readonly petitions?: {
    readonly received: number;
    readonly onTime: number;
    readonly prolonged: number;
  };
  /** Indicator 9. */
  readonly online?: {
    readonly eligibleProcedures: number;
    readonly onlineProcedures: number;
    readonly dossiers: number;
    readonly onlineDossiers: number;
    readonly abandonedOrOverdue: number;
    /** Of `onlineProcedures`: those done online from end to end («toàn trình»); needed by choice `index9.levels` alone. */
    readonly wholeProcedures?: number;
    /** Of `onlineDossiers`: those of such procedures. */
    readonly wholeDossiers?: number;
  };
}

/** A legacy form's option carries points instead of a fact; tenths. */
export type LegacyPoints = Partial<Record<IndicatorId, number>>;
