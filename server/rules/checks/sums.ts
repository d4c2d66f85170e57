import type { IsoDate } from '../law.ts';
import type { PublishedGroup } from '../published-table.ts';

// Running sums, fed one dossier at a time by the close and by the measuring command through the same functions.

/** `k` of `n`, with the dossier codes of some of the k: those of the smallest hash, so that the order of reading plays no part. */
export interface Tally {
  n: number;
  k: number;
  readonly hits: { readonly code: string; readonly hash: string }[];
}

/** One confirmation of a self-score. */
export interface Moment {
  /**
   * Milliseconds since 1970, by the server's clock when it arrived: what is sent together shares it, so that no clock of a browser is
   * believed; how long each was in sight tells a list that was looked at from one that was not.
   */
  readonly at: number;
  /** Seconds the list stood open, by dossier of it; `null` = not known. */
  readonly looked: number | null;
}

/** What an officer's own scores look like beside the computed ones, over dossiers where two or more indicators have both. */
export interface SelfSums {
  /** Of dossiers that leave half a point or more of room: scored above by half a point or more. */
  readonly above: Tally;
  /** Of dossiers computed at differing points: given one point throughout. */
  readonly line: Tally;
  /** Of dossiers computed below the full points: given full points throughout. */
  readonly max: Tally;
  /** Of dossiers with a result: scored before it. */
  readonly early: Tally;
  /** Self − computed in tenths, over every indicator that has both. */
  readonly difference: { sum: number; n: number };
  /** What was given in all dossiers: one pattern (`given`) or differing ones; and in how many the computed pattern is not the given one. */
  readonly patterns: { n: number; given: string | null; alike: boolean; otherwise: number };
  /** Confirmations of which the time is known, and when each was; the times go when no check can ask about them any more. */
  confirmed: number;
  readonly moments: Moment[];
}

/** Promised dates that were set anew, of the dossiers that were past their first one. */
export interface MovedSums {
  readonly moved: Tally;
  /** Set anew, but not known whether before or after the date had passed: in no count. */
  unclear: number;
}

export interface UnitDateSums extends MovedSums {
  /** Codes whose day is not that of receipt. */
  readonly receipt: Tally;
  /** Dossiers with a result, and those of them past their first promised date. */
  finished: number;
  overdue: number;
  /** By minute of local time since 1970: results given, and the overdue ones among them, as a tally of which all count. */
  readonly minutes: Map<number, number>;
  readonly overdueMinutes: Map<number, Tally>;
  /** By day since 1970: results given, and those on the first or last minute of a session, as a source writes that knows days only. */
  readonly days: Map<number, { all: number; onEdge: number }>;
}

/** That people answered and by which way, never what. */
export interface AnswerSums {
  answers: number;
  /** Through links of the unit's own officers: all, and those within 120 seconds of making. */
  officerLink: number;
  quick: number;
  sameAddress: number;
  addressKnown: number;
  /** Answers tied to a dossier code, and those whose dossier is not held. */
  linked: number;
  unknown: number;
  /** Days of a message round are left out by whoever feeds them. */
  readonly days: Map<IsoDate, number>;
  readonly easy: { dossiers: number; answers: number };
  readonly hard: { dossiers: number; answers: number };
  /** Presses on the unit's tablets: all, and those put aside. */
  presses: number;
  outsideHours: number;
  tooSoon: number;
  /** The same by tablet, by the name of its counter, and by officer who made links; in any order. */
  readonly tablets: { readonly counter: string; readonly presses: number; readonly aside: number }[];
  readonly issuers: { readonly officer: string; readonly answers: number; readonly quick: number }[];
}

export interface OfficerSums {
  readonly self: SelfSums;
  readonly dates: MovedSums;
}

export interface UnitSums {
  readonly unit: string;
  readonly dates: UnitDateSums;
  readonly answers: AnswerSums;
  readonly officers: Map<string, OfficerSums>;
}

/** Means of kept sums alone, in tenths, over the indicators both sides have: opens nothing that was not open. `officer: null` = the unit. */
export interface KeptMeans {
  readonly unit: string;
  readonly officer: string | null;
  readonly self: { readonly sum: number; readonly n: number };
  /** `sum: null` = hidden because too few answered. */
  readonly citizen: { readonly sum: number | null; readonly n: number };
}

/** A unit in the period before, of the same kind. */
export interface UnitBefore {
  readonly unit: string;
  readonly overdue: number;
  readonly finished: number;
}

export interface ProvinceSums {
  readonly units: readonly UnitSums[];
  readonly means: readonly KeptMeans[];
  /** `null` = there is no period before. */
  readonly before: readonly UnitBefore[] | null;
  readonly declared: readonly { readonly unit: string; readonly numbers: readonly number[] }[];
  /** Tables the province has published. */
  readonly tables: readonly PublishedGroup[];
}
