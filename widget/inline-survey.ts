import { isDeepStrictEqual } from 'node:util';
import type { Plugin } from 'vite';
import type { Words } from '#rules/surveys/survey.ts';
import type { ServedSurvey } from '#wire/survey.ts';
import { decodeSurvey } from './decode-survey.ts';

/** The lines of `decodeSurvey`. @throws Error when they would not give back the same survey. */
function encodeSurvey(survey: ServedSurvey): string {
  const { questions, words, ...whole } = survey;
  const rest = new Map(Object.entries(words));
  const take = (key: string) => {
    const text = rest.get(key);
    rest.delete(key);
    return text === '' ? '?' : (text ?? '');
  };
  const line = (...parts: readonly string[]) => parts.join('|').replace(/\|+$/, '');
  const asked = questions.flatMap(({ code, kind, required, followUp, options }) => [
    line(
      ...[`#${code}`, take(code), take(`${code}.help`), required ? '!' : kind === 'text' ? kind : ''],
      ...[followUp?.of ?? '', followUp?.when.join(' ') ?? ''],
    ),
    ...options.map((option) => line(option.code, take(`${code}.${option.code}`), option.becomes ?? '')),
  ]);
  const lines = [...[...rest.keys()].map((key) => line(key, take(key))), ...asked].join('\n');
  if (!isDeepStrictEqual(plain(decodeSurvey(whole, lines)), plain(survey)))
    throw new Error('A question, option or text of the survey has no short form; extend decodeSurvey.');
  return lines;
}

/** Without what says nothing: absent and false are the same, `maxLength` is what a text has anyway. */
const plain = (survey: ServedSurvey): unknown =>
  JSON.parse(
    JSON.stringify(survey, (key, value) =>
      value === false || (key === 'maxLength' && value === 1000) ? undefined : value,
    ),
  );

/** Puts the values of `default-survey.ts` in place of the file that works them out from the rules; `null` = no survey. */
export function inlineSurvey(survey: ServedSurvey | null, english: Words = {}): Plugin {
  return {
    name: 'inline-survey',
    enforce: 'pre',
    load(id) {
      if (!id.endsWith('/widget/default-survey.ts')) return null;
      const more = `export const EARLY_ENGLISH = ${JSON.stringify(english)};`;
      if (!survey) return `${more}\nexport const DEFAULT_SURVEY = {};`;
      const { questions, words, ...whole } = survey;
      return `${more}
import { decodeSurvey } from './decode-survey.ts';
export const DEFAULT_SURVEY = decodeSurvey(${JSON.stringify(whole)}, ${JSON.stringify(encodeSurvey(survey))});`;
    },
  };
}
