import { type AskedSurvey, type Question, type Stage, UNKNOWN } from '#rules/surveys/survey.ts';
import type { WordedSurvey } from './built-in.ts';

/** A survey with every code said once: beside the words around them, each question's words and those of its options. */
export interface Folded extends Omit<AskedSurvey, 'questions'> {
  readonly around: Readonly<Record<string, string>>;
  /** By question code. An option `code>stage` is one that `becomes` an answer of that stage; `unknown` is left out. */
  readonly asked: Readonly<Record<string, readonly [words: string, options: Readonly<Record<string, string>>]>>;
  /** What a question is besides an optional choice. */
  readonly more: Readonly<Record<string, Partial<Question>>>;
}

/** The survey that `fold` made smaller. */
export function unfold({ around, asked, more, ...survey }: Folded): WordedSurvey {
  const words = { ...around };
  const questions = Object.entries(asked).map(([code, [text, options]]): Question => {
    words[code] = text;
    const offered = Object.entries(options).map(([key, label]) => {
      const [option = '', becomes] = key.split('>');
      words[`${code}.${option}`] = label;
      return { code: option, becomes: becomes as Stage };
    });
    return { code, kind: 'choice', options: [...offered, { code: UNKNOWN }], ...more[code] };
  });
  return { survey: { ...survey, questions }, words, lang: 'vi' };
}
