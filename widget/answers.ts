import type { Lang } from '#rules/surveys/survey.ts';

export interface Issue {
  /** Question code. */
  readonly question: string;
  readonly message: string;
  readonly lang: Lang;
}

/** What was answered so far: option by question code, the comment, and under `reply` whether one is wanted (`yes`, `no`). */
export type Answers = Readonly<Record<string, string>>;

export const isEmpty = (given: Answers): boolean => !Object.values(given).join('');
