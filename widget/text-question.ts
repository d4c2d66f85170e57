import { html, type TemplateResult } from 'lit/html.js';
import { formatCount } from '#rules/format.ts';
import type { Question } from '#rules/surveys/survey.ts';
import { fill } from './fill.ts';
import type { Model } from './model.ts';

/** A free text with the characters left; not numbered, never required. */
export function textQuestion(model: Model, { code, maxLength = 1000 }: Question): TemplateResult {
  const { words, comment, lang } = model;
  const left = fill(words, 'left', { n: formatCount(maxLength - comment.length, lang) });
  const written = (event: InputEvent) => model.write((event.target as HTMLTextAreaElement).value);
  return html`<div part="question">
    <label for=${code}>${words[code]}</label>
    <p id="${code}-help">${words[`${code}.help`]} ${left}</p>
    <textarea id=${code} rows="4" maxlength=${maxLength} .value=${comment} aria-describedby="${code}-help" @input=${written}></textarea>
  </div>`;
}
