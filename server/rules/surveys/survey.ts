import type { DossierFacts } from '../facts.ts';
import type { IndicatorId } from '../finding.ts';
import type { Citation, IsoDate } from '../law.ts';
import type { Tenths } from '../points.ts';
import type { Caveat } from '../rulesets/ruleset.ts';

/** `submitted`: right after filing, feeds no points. `returned`: after the result; the only stage that feeds points. */
export type Stage = 'submitted' | 'returned';
export type Lang = 'vi' | 'en';

/** Chosen by every question's last option; read as missing, never as a fact. */
export const UNKNOWN = 'unknown';

/** An option states a fact; only a legacy form's option carries points. Neither = counted, feeds no indicator. */
export interface Option {
  readonly code: string;
  readonly fact?: DossierFacts;
  readonly points?: Tenths;
  /** Offered to open answers only (no dossier behind them); choosing it makes the response one of this stage. */
  readonly becomes?: Stage;
}

export interface Question {
  readonly code: string;
  readonly kind: 'choice' | 'text';
  readonly indicator?: IndicatorId;
  /** Content of NĐ 118/2025/NĐ-CP Điều 33(1): a b c d đ e g h i. */
  readonly content?: string;
  readonly required?: boolean;
  /** Shown under its parent only when one of these options is chosen there; not numbered. */
  readonly followUp?: { readonly of: string; readonly when: readonly string[] };
  /** Asked in the place of this question where the channel is already known to be online. */
  readonly insteadOf?: string;
  readonly options: readonly Option[];
  /** Only for `text`: characters. */
  readonly maxLength?: number;
}

/** How one question is read as the share of the satisfied; it feeds that share and nothing else. */
export interface Satisfaction {
  readonly question: string;
  /** Options that count as satisfied; its other options, except `unknown`, count as answers that are not. */
  readonly satisfied: readonly string[];
  /** Its scale has no rung for the dissatisfied: printed beside every share. */
  readonly cannotRecordDissatisfaction?: Caveat;
}

/** Options that are known to be ticked by people who mean something else. */
export interface Misread {
  readonly answers: readonly { readonly question: string; readonly option: string; readonly indicator: IndicatorId }[];
  /** Who found it out. */
  readonly cite: Citation;
}

/** A published version never changes; a new wording or option is a new version. */
export interface Survey {
  readonly id: string;
  readonly version: number;
  readonly from: IsoDate;
  readonly cite: Citation;
  readonly questions: readonly Question[];
  /** Question codes asked at each stage, in order. A stage that is absent is not offered. */
  readonly stages: Partial<Record<Stage, readonly string[]>>;
  /** `null` = it does not ask how satisfied one is. */
  readonly satisfaction: Satisfaction | null;
  /** Absent = no misreading of this form is known. */
  readonly misread?: Misread;
}

/** Flat words of one survey in one language: `q1`, `q1.help`, `q1.before`, `overall@submitted`, `unknown`. NFC. */
export type Words = Readonly<Record<string, string>>;

/** What a form needs of a survey: a version served over HTTP has this much and no more. */
export type AskedSurvey = Pick<Survey, 'id' | 'version' | 'questions' | 'stages'>;
