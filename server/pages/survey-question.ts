import { html } from 'hono/html';
import type { Question, Words } from '#rules/surveys/survey.ts';
import { fill } from './fill.ts';
import type { Markup } from './html.ts';

export interface ShownQuestion {
  readonly question: Question;
  /** Display number; none for a follow-up. */
  readonly number: number | null;
  /** Wording at the stage asked. */
  readonly text: string;
  readonly words: Words;
  readonly chosen: string | undefined;
  readonly fault: string | undefined;
  /** The link says at which stage the dossier is, so no option may move the answer to another. */
  readonly staged: boolean;
}

function option({ question, words, chosen }: ShownQuestion, code: string) {
  return html`<label class="option"><input type="radio" name="${question.code}" value="${code}"${chosen === code ? html` checked` : ''}>
<span>${words[`${question.code}.${code}`] ?? words[code]}</span></label>`;
}

/** Which options of the parent call for this follow-up, in words: without script it is always in sight. */
function condition({ question, words }: ShownQuestion) {
  const { followUp } = question;
  if (!followUp) return '';
  const options = followUp.when.map((code) => words[`${followUp.of}.${code}`]).join(` ${words.or} `);
  return html`<p class="help">${fill(words.onlyIf, { options })}</p>`;
}

/** One question as radio buttons, its number and whether it is needed in the legend, its fault beside it. */
export function surveyQuestion(shown: ShownQuestion): Markup {
  const { question, number, text, words, fault, staged } = shown;
  const { code } = question;
  const help = words[`${code}.help`];
  const described = [help && `${code}-help`, fault && `${code}-fault`].filter(Boolean).join(' ');
  return html`<fieldset id="${code}" class="${question.followUp ? 'question follow-up' : 'question'}${fault ? ' invalid' : ''}"${described ? html` aria-describedby="${described}"` : ''}>
<legend>${number === null ? '' : `${fill(words.number, { i: number })} `}${text}${question.required ? html` <span class="muted small">(${words.needed})</span>` : ''}</legend>
${condition(shown)}
${help ? html`<details><summary>${words.what}</summary><p id="${code}-help">${help}</p></details>` : ''}
${fault ? html`<p class="error" id="${code}-fault">${fault}</p>` : ''}
${question.options.filter((o) => !staged || o.becomes === undefined).map((o) => option(shown, o.code))}
</fieldset>`;
}
