import { html, type TemplateResult } from 'lit';
import type { Question, Words } from '#rules/surveys/survey.ts';
import { fill } from './fill.ts';
import type { FormRun } from './form-run.ts';
import type { Kiosk } from './kiosk.ts';
import { listenButton } from './listen-button.ts';
import { topBar } from './top-bar.ts';
import { say } from './words.ts';

/** A question reads differently right after filing where the survey says so. */
const textOf = (words: Words, code: string, stage: string) => words[`${code}@${stage}`] ?? words[code] ?? code;
const labelOf = (words: Words, question: string, option: string) =>
  words[`${question}.${option}`] ?? words[option] ?? option;

/** One question of the full form. */
export function formView(kiosk: Kiosk, run: FormRun, busy: boolean): TemplateResult {
  const { lang } = kiosk;
  const { question, survey, of, notice } = run;
  if (!question) return html``;
  const { words } = survey;
  const { i, n } = run.place;
  const text = textOf(words, question.code, run.stage);
  const labels = run.options(question).map(({ code }) => labelOf(words, question.code, code));
  const help = words[`${question.code}.help`];
  return html`${topBar(kiosk)}
    ${of.test ? html`<p class="note">${say(lang, 'test')}</p>` : ''}
    ${of.assisted ? html`<p class="note">${say(lang, 'assist')}</p>` : ''}
    <form
      autocomplete="off"
      @submit=${(event: Event) => {
        event.preventDefault();
        void kiosk.send();
      }}
    >
      <p class="help">
        ${of.dossier ? html`${say(lang, 'dossier', { tail: of.dossier.tail })} · ` : ''}
        ${i ? say(lang, 'question', { i, n }) : ''} ${question.required ? html` · ${words.needed}` : ''}
      </p>
      ${n ? html`<progress max=${n} value=${i || n} aria-hidden="true"></progress>` : ''}
      <h1 id="question" tabindex="-1">${text}</h1>
      ${help ? html`<details><summary>${say(lang, 'explain')}</summary><p id="help">${help}</p></details>` : ''}
      ${listenButton(kiosk, [text, ...labels])}
      <p class="error" role="alert">${notice ? fill(words[notice.key] ?? '', notice.values) : ''}</p>
      ${question.kind === 'text' ? comment(kiosk, run, question) : choices(kiosk, run, question)}
      <p class="actions">
        <button type="button" ?hidden=${run.path.length < 2} @click=${() => act(kiosk, () => run.back())}>
          ${say(lang, 'back')}
        </button>
        <button type="submit" class="main" aria-disabled=${busy}>${say(lang, run.last ? 'send' : 'forward')}</button>
        <button type="button" @click=${() => kiosk.reset()}>${say(lang, 'cancel')}</button>
      </p>
    </form>`;
}

function act(kiosk: Kiosk, work: () => void): void {
  work();
  kiosk.activity();
}

function choices(kiosk: Kiosk, run: FormRun, question: Question): TemplateResult {
  const { words } = run.survey;
  return html`<div role="radiogroup" aria-labelledby="question">
    ${run.options(question).map(
      ({ code }) =>
        html`<label class="option">
          <input
            type="radio"
            name=${question.code}
            value=${code}
            .checked=${run.answers[question.code] === code}
            @change=${() => act(kiosk, () => run.choose(question.code, code))}
          />
          <span>${labelOf(words, question.code, code)}</span>
        </label>`,
    )}
  </div>`;
}

function comment(kiosk: Kiosk, run: FormRun, question: Question): TemplateResult {
  const write = (event: Event) => {
    run.comment = (event.target as HTMLTextAreaElement).value;
  };
  return html`<textarea
    rows="5"
    aria-labelledby="question"
    autocomplete="off"
    spellcheck="false"
    maxlength=${question.maxLength ?? 1000}
    .value=${run.comment}
    @input=${(event: Event) => act(kiosk, () => write(event))}
  ></textarea>`;
}
