import type { Evidence } from '../finding.ts';
import type { Permille } from '../interval.ts';
import type { Certainty } from '../law.ts';
import type { Distributions } from './distributions.ts';
import type { ProvinceSums } from './sums.ts';

/** Below this many cases nothing is said of anybody but that there are too few. */
export const SMALLEST_N = 30;

/** Dossier codes kept behind a flag, at most. */
export const HITS = 20;

/** No law says what is ordinary: floors, caps and rules of every check are this project's reading, printed with that mark. */
export const CHECKS_CERTAINTY: Certainty = 'reading';

export type CheckId =
  | 'selfAbove'
  | 'selfMinusCitizen'
  | 'straightLine'
  | 'allMaximum'
  | 'zeroVariance'
  | 'scoreBurst'
  | 'scoredBeforeResult'
  | 'movedDates'
  | 'bulkCompletion'
  | 'receiptDate'
  | 'mintedLinks'
  | 'answerBurst'
  | 'kioskPresses'
  | 'unknownDossiers'
  | 'easyHard'
  | 'quarterJump'
  | 'roundDigits'
  | 'differingCounts';

/** False alarms are held down within a family. Family `answers` knows that people answered, never what. */
export type CheckFamily = 'self' | 'dates' | 'answers' | 'figures';

/** Whom a flag asks. `officer: null` = the unit; `unit: ''` = the tables of the whole province. */
export interface About {
  readonly unit: string;
  readonly officer: string | null;
}

/** Which kind of subject this is. */
export type Subject = 'officer' | 'unit' | 'province';

export const subjectOf = ({ unit, officer }: About): Subject =>
  officer !== null ? 'officer' : unit === '' ? 'province' : 'unit';

/** Where a share is taken as ordinary: twice the median of the province, between `floor` and `cap`; printed with every flag. */
export interface Tolerance {
  readonly floor: Permille;
  readonly cap: Permille;
}

/** What was seen of one subject: `k` of `n` and what lies behind it. */
export interface Seen {
  readonly about: About;
  readonly n: number;
  readonly k: number | null;
  /** In `unit`: share in permille, difference in tenths of a point, ratio in hundredths; `low` and `high` its 95 % interval. */
  readonly value: number;
  readonly low: number | null;
  readonly high: number | null;
  readonly unit: 'share' | 'difference' | 'count' | 'ratio';
  /** Whole numbers of the sentence beside k and n. */
  readonly said: Readonly<Record<string, number>>;
  /** Dossier codes, at most `HITS`; always empty in family `answers`. */
  readonly hits: readonly string[];
  readonly evidence: readonly Evidence[];
}

/** `few` = too little to say anything. `p` = the chance of seeing as much or more of a subject that is ordinary. */
export type Outcome =
  | { readonly is: 'few'; readonly about: About; readonly n: number }
  | { readonly is: 'seen'; readonly seen: Seen; readonly p: number };

/** What one check finds in a province: everybody with anything to judge, also those with too little. */
export interface Found {
  /** The share taken as ordinary in this province; `null` = this check does not go by one. */
  readonly usual: Permille | null;
  readonly outcomes: readonly Outcome[];
}

/** One question put to the figures, which never changes a score. */
export interface Check {
  readonly id: CheckId;
  readonly family: CheckFamily;
  readonly asks: readonly Subject[];
  readonly name: string;
  readonly smallestN: number;
  readonly tolerance: Tolerance | null;
  /** Decides by a published number instead of chance alone, and so stays outside the count of its family. */
  readonly rule: boolean;
  /** A level of its own, stricter than the shared one; `null` = the shared one. */
  readonly alpha: number | null;
  /** One plain Vietnamese sentence with its n. `usual` = what it was held against. */
  readonly sentence: (seen: Seen, usual: Permille | null) => string;
  /** Two or three honest ways to look like this. */
  readonly explanations: readonly string[];
  readonly judge: (province: ProvinceSums, by: Distributions) => Found;
}
