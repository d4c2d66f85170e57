import { numberedCodes, questionsOf } from '#rules/surveys/questions-of.ts';
import { button } from './button.ts';
import { choiceQuestion } from './choice-question.ts';
import { fill } from './fill.ts';
import { h } from './h.ts';
import type { Model } from './model.ts';
import { textQuestion } from './text-question.ts';
import { title } from './title.ts';

/** The whole form on one page. */
export function formView(model: Model): HTMLElement {
  const { words, survey, stage, issues, lang, sending, explained, notice } = model;
  const numbered = numberedCodes(survey, stage);
  const [other, name] = lang === 'vi' ? (['en', 'English'] as const) : (['vi', 'Tiếng Việt'] as const);
  const send = button(sending ? words.sending : words.send, () => model.send(), 'main');
  send.setAttribute('aria-disabled', `${sending}`);
  return h(
    'form',
    { part: 'form', lang, onsubmit: (event: Event) => event.preventDefault() },
    h('p', { class: 'test', hidden: !model.test }, words.test),
    h(
      'header',
      {},
      title(issues.length ? fill(words, 'error', { title: words.title ?? '' }) : words.title),
      h('button', { type: 'button', lang: other, onclick: () => model.speak(other) }, name),
    ),
    issues.length > 0 && summary(model),
    h('p', {}, model.intro),
    h('p', {}, words.safe, ' ', survey.questions.some((q) => q.required) && words.must),
    model.draft && draftCard(model),
    questionsOf(survey, stage).map((question) =>
      question.kind === 'text'
        ? textQuestion(model, question)
        : choiceQuestion(model, question, numbered.indexOf(question.code) + 1, numbered.length),
    ),
    h('p', { role: 'status', class: notice && 'note' }, notice),
    send,
    h(
      'p',
      { id: 'privacy', tabindex: '-1' },
      words.privacy,
      ' ',
      explained || button(words['privacy.how'], () => model.explain(), 'link'),
    ),
  );
}

const summary = (model: Model) =>
  h(
    'div',
    { id: 'summary', class: 'error', role: 'alert', tabindex: '-1' },
    h('strong', {}, fill(model.words, 'problem', { n: model.issues.length })),
    model.issues.map(({ question, message }) =>
      h(
        'p',
        {},
        h(
          'a',
          {
            href: `#${question}`,
            // The place is inside this shadow tree, and a host's router must not see the fragment.
            onclick: (event: Event) => {
              event.preventDefault();
              model.go(question);
            },
          },
          message,
        ),
      ),
    ),
  );

const draftCard = (model: Model) =>
  h(
    'div',
    { class: 'note' },
    h('h3', { id: 'draft', tabindex: '-1' }, model.words.draft),
    button(model.words['draft.continue'], () => model.resume(true)),
    ' ',
    button(model.words['draft.restart'], () => model.resume(false)),
  );
