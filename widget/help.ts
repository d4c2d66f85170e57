import type { Words } from '#rules/surveys/survey.ts';
import { h } from './h.ts';

/** The explanation of a question, folded; nothing where there is none. */
export const help = (words: Words, code: string) => {
  const text = words[`${code}.help`];
  return text && h('details', {}, h('summary', {}, words.what), h('p', { id: `${code}-help` }, text));
};
