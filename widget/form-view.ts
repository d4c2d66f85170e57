import { html, type TemplateResult } from 'lit/html.js';
import { numberedCodes, questionsOf } from '#rules/surveys/questions-of.ts';
import { button } from './button.ts';
import { choiceQuestion } from './choice-question.ts';
import { disclosure } from './disclosure.ts';
import { fill } from './fill.ts';
import type { Model } from './model.ts';
import { textQuestion } from './text-question.ts';
import { title } from './title.ts';

/** The whole form on one page. */
export function formView(model: Model): TemplateResult {
  const { words, survey, stage, issues, lang, sending, notice, test, draft } = model;
  const numbered = numberedCodes(survey, stage);
  const [other, name] = lang === 'vi' ? (['en', 'English'] as const) : (['vi', 'Tiếng Việt'] as const);
  return html`<form part="form" lang=${lang} @submit=${(event: Event) => event.preventDefault()}>
    <p class="test" ?hidden=${!test}>${words.test}</p>
    <header>
      ${title(issues.length ? fill(words, 'error', { title: words.title ?? '' }) : words.title)}
      <button type="button" lang=${other} @click=${() => model.speak(other)}>${name}</button>
    </header>
    ${issues.length ? summary(model) : ''}
    <p>${model.intro}</p>
    <p>${words.safe} ${survey.questions.some((q) => q.required) ? words.must : ''}</p>
    ${draft ? draftCard(model) : ''}
    ${questionsOf(survey, stage).map((question) =>
      question.kind === 'text'
        ? textQuestion(model, question)
        : choiceQuestion(model, question, numbered.indexOf(question.code) + 1, numbered.length),
    )}
    <p role="status" class=${notice && 'note'}>${notice}</p>
    <button type="button" class="main" part="button" aria-disabled=${sending} @click=${() => model.send()}>${sending ? words.sending : words.send}</button>
    <p>${words.privacy}</p>
    ${disclosure('privacy', words['privacy.how'], words['privacy.more'])}
  </form>`;
}

const summary = (model: Model) =>
  html`<div id="summary" class="error" role="alert" tabindex="-1">
    <strong>${fill(model.words, 'problem', { n: model.issues.length })}</strong>
    ${model.issues.map(({ question, message, lang }) => {
      // The place is inside this shadow tree, and a host's router must not see the fragment.
      const go = (event: Event) => {
        event.preventDefault();
        model.go(question);
      };
      return html`<p><a lang=${lang} href="#${question}" @click=${go}>${message}</a></p>`;
    })}
  </div>`;

const draftCard = (model: Model) =>
  html`<div class="note">
    <h3 id="draft" tabindex="-1">${model.words.draft}</h3>
    ${button(model.words['draft.continue'], () => model.resume(true))} ${button(model.words['draft.restart'], () => model.resume(false))}
  </div>`;
