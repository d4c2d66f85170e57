import type { Lang, Stage, Words } from '#rules/surveys/survey.ts';
import type { ServedSurvey } from '#wire/survey.ts';

export interface Issue {
  /** Question code. */
  readonly question: string;
  readonly message: string;
  /** What the server says is Vietnamese. */
  readonly lang: Lang;
}

/** What the form shows and what can be done to it. The views read this and call back; they keep nothing themselves. */
export interface Model {
  readonly survey: ServedSurvey;
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
  send(): void;
  /** Moves focus to a question. */
  go(question: string): void;
}
