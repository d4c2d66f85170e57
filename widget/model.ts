import type { AskedSurvey, Lang, Stage, Words } from '#rules/surveys/survey.ts';

export interface Issue {
  /** Question code. */
  readonly question: string;
  readonly message: string;
}

/** What the form shows and what can be done to it. The views read this and call back; they keep nothing themselves. */
export interface Model {
  readonly survey: AskedSurvey;
  readonly words: Words;
  readonly lang: Lang;
  readonly stage: Stage;
  /** No dossier stands behind the answers. */
  readonly open: boolean;
  readonly intro: string;
  readonly answers: Readonly<Record<string, string>>;
  readonly comment: string;
  readonly issues: readonly Issue[];
  /** A sentence above the send button. */
  readonly notice: string;
  readonly sending: boolean;
  /** Unfinished answers wait for "continue" or "start again". */
  readonly draft: boolean;
  readonly test: boolean;
  choose(question: string, option: string): void;
  write(comment: string): void;
  resume(keep: boolean): void;
  speak(lang: Lang): void;
  /** Fetches the texts read on demand, then moves focus to the element with this id. */
  explain(focus?: string): void;
  /** The text on how information is kept is open. */
  readonly explained: boolean;
  /** Those texts did not load. */
  readonly failed: boolean;
  send(): void;
  /** Moves focus to a question. */
  go(question: string): void;
}
