import type { Flag } from '#wire/flag.ts';
import type { HandOverState } from '#wire/kiosk.ts';
import type { Objection } from '#wire/objection.ts';
import type { Standing } from '#wire/standing-score.ts';
import type { UnitFigures } from '#wire/unit-figures.ts';
import type { KnownReading } from './known-reading.ts';
import type { ScoreValues } from './messages.ts';

export type Stage = 'submitted' | 'returned';

/** What an officer holds against a result, as typed. `id` is made once for one text, so that sending twice raises it once. */
export interface ObjectionDraft {
  readonly id: string;
  readonly period: string;
  readonly dossier: string | null;
  readonly indicator: number | null;
  readonly text: string;
}

/** What an officer says to a flag that asks him, as typed; `id` as of an objection. */
export interface FlagDraft {
  readonly id: string;
  readonly period: string;
  readonly flag: string;
  readonly text: string;
}

export interface BatchScore {
  readonly code: string;
  readonly values: ScoreValues;
}

/** Deeds of the officer at this browser, from the extension's own pages only; answered with a `Reply`. */
export type WorkAct =
  /** Confirms many self-scores at once, so many seconds after their list came up; they can be undone together for ten minutes. */
  | { readonly type: 'panel.batch'; readonly scores: readonly BatchScore[]; readonly seconds: number }
  /** Lets the self-score stand that the server has of the dossier. */
  | { readonly type: 'panel.keepStanding'; readonly code: string }
  /** Answers the offer to look at a batch again. */
  | { readonly type: 'panel.secondLook'; readonly answer: 'kept' | 'looked' }
  | { readonly type: 'panel.undo'; readonly batch: number }
  /** Sends once more, or puts away, what the server refused. */
  | { readonly type: 'panel.retry'; readonly id: string }
  | { readonly type: 'panel.discard'; readonly id: string }
  | { readonly type: 'panel.object'; readonly objection: ObjectionDraft }
  | { readonly type: 'panel.answerFlag'; readonly answer: FlagDraft }
  | { readonly type: 'panel.handOver'; readonly code: string; readonly stage: Stage; readonly place: KioskPlace }
  | { readonly type: 'panel.takeBack' }
  /** Puts the notice of the last hand-over away. */
  | { readonly type: 'panel.handOverSeen' };

/** Answered with what is asked for, or with the sentence why not. */
export type WorkQuestion =
  | { readonly type: 'panel.unscored' }
  | { readonly type: 'panel.standing'; readonly codes: readonly string[] }
  | { readonly type: 'panel.objections' }
  | { readonly type: 'panel.flags' }
  | { readonly type: 'panel.figures' }
  | { readonly type: 'panel.invite'; readonly code: string; readonly stage: Stage }
  | { readonly type: 'panel.slip' }
  | { readonly type: 'panel.places' }
  | { readonly type: 'panel.handedOver' };

export interface WorkAnswers {
  /** Finished dossiers nobody scored on this browser, the newest result first. */
  readonly 'panel.unscored': readonly KnownReading[];
  /** What the server has of each, asked a minute ago at most. */
  readonly 'panel.standing': readonly Standing[];
  readonly 'panel.objections': OwnObjections;
  readonly 'panel.flags': readonly OwnFlag[];
  readonly 'panel.figures': UnitFigures;
  readonly 'panel.invite': SurveyLink;
  /** The last link made since the browser was opened, to be printed. */
  readonly 'panel.slip': Slip | null;
  readonly 'panel.places': readonly KioskPlace[];
  readonly 'panel.handedOver': HandedOver | null;
}
export type WorkMessage = WorkAct | WorkQuestion;

export type Answered<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly message: string };

export interface KioskPlace {
  readonly kiosk: string;
  readonly counter: string;
  readonly ready: boolean;
}

export interface ObjectionPeriod {
  readonly period: string;
  readonly label: string;
  readonly takes: boolean;
}
export interface OwnObjections {
  readonly periods: readonly ObjectionPeriod[];
  readonly objections: readonly Objection[];
}

/** A flag of a closed period that asks the officer. */
export interface OwnFlag {
  readonly period: string;
  readonly label: string;
  readonly flag: Flag;
}

export interface SurveyLink {
  readonly url: string;
  /** Last day the link opens, `2027-01-25`. */
  readonly expires: string;
}

export interface Slip extends SurveyLink {
  readonly code: string;
}

/** The last dossier this browser handed to a tablet. `gone` = out of time, taken back, or another took its place. */
export interface HandedOver {
  readonly handOver: string;
  readonly code: string;
  readonly counter: string;
  readonly state: HandOverState['state'] | 'gone' | 'takenBack';
  /** It was taken up before it was gone. */
  readonly wasTaken: boolean;
}

/** Something the server will not take as it is. */
export interface RefusedItem {
  readonly id: string;
  readonly kind: 'dossier' | 'selfScore' | 'withdrawal';
  readonly code: string;
  /** Vietnamese sentence of the server. */
  readonly problem: string | null;
  readonly officerLabel: string | null;
}
