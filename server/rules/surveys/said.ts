import { questionsOf } from './questions-of.ts';
import type { Lang, Stage, Survey } from './survey.ts';
import { wordsOf } from './words-of.ts';

/** The answers given, in the words of the form and in its order: what was asked, what was chosen. */
export function saidIn(
  survey: Survey,
  stage: Stage,
  lang: Lang,
  answers: Readonly<Record<string, string>>,
): { readonly question: string; readonly answer: string }[] {
  const words = wordsOf(survey, lang);
  const others = survey.questions.filter(({ insteadOf }) => insteadOf !== undefined);
  return [...questionsOf(survey, stage), ...others].flatMap(({ code }) => {
    const chosen = answers[code];
    if (chosen === undefined) return [];
    const question = words[`${code}@${stage}`] ?? words[code] ?? code;
    return [{ question, answer: words[`${code}.${chosen}`] ?? words[chosen] ?? chosen }];
  });
}
