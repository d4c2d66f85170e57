import { html, type TemplateResult } from 'lit/html.js';
import { isOpen } from '#rules/surveys/questions-of.ts';
import { type Question, UNKNOWN } from '#rules/surveys/survey.ts';
import { disclosure } from './disclosure.ts';
import { fill } from './fill.ts';
import type { Model } from './model.ts';

/** One choice as a group of radios, of `total` numbered ones; `number` 0 = a follow-up, hidden until its parent calls for it. */
export function choiceQuestion(model: Model, question: Question, number: number, total: number): TemplateResult {
  const { words, answers, stage, open, issues, lang } = model;
  const { code, followUp, required, options } = question;
  const issue = issues.find((i) => i.question === code);
  return html`<fieldset id=${code} part="question" class=${followUp ? 'follow' : ''} ?hidden=${!isOpen(question, answers)} aria-describedby="${code}-help ${code}-error">
    <legend>
      <small>${number ? fill(words, 'step', { i: number, n: total }) : ''}${required ? ` · ${words.needed}` : ''}</small> ${words[`${code}@${stage}`] ?? words[code]}
    </legend>
    ${disclosure(`${code}-help`, words.what, words[`${code}.help`])}
    <p id="${code}-error" class="error" lang=${issue?.lang ?? lang} ?hidden=${!issue}>${issue?.message}</p>
    ${options.map((option) =>
      option.becomes && !open
        ? ''
        : html`<label part="option"><input type="radio" name=${code} value=${option.code} .checked=${answers[code] === option.code} aria-invalid=${!!issue} @change=${() => model.choose(code, option.code)}><span>${words[`${code}.${option.code}`] ?? words[UNKNOWN]}</span></label>`,
    )}
  </fieldset>`;
}
