import { html } from 'lit/html.js';
import type { Words } from '#rules/surveys/survey.ts';

/** The explanation of a question, folded; nothing where there is none. */
export const help = (words: Words, code: string) => {
  const text = words[`${code}.help`];
  return text && html`<details><summary>${words.what}</summary><p id="${code}-help">${text}</p></details>`;
};
