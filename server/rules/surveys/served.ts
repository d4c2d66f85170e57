import { replyCalls } from './reply.ts';
import type { Lang, Survey } from './survey.ts';
import { wordsOf } from './words-of.ts';

/** Codes, order and words; what an option states or is worth stays here, so that a form cannot steer by it. */
export function served(survey: Survey, lang: Lang) {
  const questions = survey.questions.map(({ code, kind, required, followUp, insteadOf, options, maxLength }) => ({
    code,
    kind,
    required,
    followUp: followUp && { of: followUp.of, when: [...followUp.when] },
    insteadOf,
    options: options.map(({ code, becomes }) => ({ code, becomes })),
    maxLength,
  }));
  const stages = Object.fromEntries(Object.entries(survey.stages).map(([stage, codes]) => [stage, [...codes]]));
  const reply = replyCalls(survey.id, stages).map(({ question, when }) => ({ question, when: [...when] }));
  return { id: survey.id, version: survey.version, lang, questions, stages, reply, words: wordsOf(survey, lang) };
}
