import { button } from './button.ts';
import { choiceQuestion } from './choice-question.ts';
import { disclosure } from './disclosure.ts';
import { fill } from './fill.ts';
import type { Form } from './form.ts';
import { h } from './h.ts';
import { problemSummary } from './problem-summary.ts';
import { radio } from './radio.ts';
import { textQuestion } from './text-question.ts';
import { title } from './title.ts';

/** The whole form, on one page or one question at a time. */
export function formView(form: Form): HTMLElement {
  const { words, survey, steps, test, numbered, questions } = form;
  const [other, name] = survey.lang === 'vi' ? (['en', 'English'] as const) : (['vi', 'Tiếng Việt'] as const);
  const last = Math.max(...questions.map((question) => form.pageOf(question))) + 1;
  /** All is in sight at the end, to be looked through before it is sent. */
  const whole = () => !steps || form.page === last;
  const away = (page: number) => !whole() && form.page !== page;
  const heading = () => words[steps && whole() ? 'review' : 'title'] ?? '';
  return h(
    'form',
    {
      part: 'form',
      lang: survey.lang,
      onsubmit: (event) => event.preventDefault(),
      oninput: ({ target }) => form.give((target as HTMLInputElement).name, (target as HTMLInputElement).value),
    },
    test && h('p', { class: 'note' }, words.test),
    h(
      'header',
      {},
      title(() => (form.issues.length ? fill(words, 'error', { title: heading() }) : heading())),
      button(name, () => form.speak(other), { lang: other }),
    ),
    problemSummary(form),
    h(
      'div',
      { class: 'stack', hidden: () => away(0) },
      h(
        'div',
        { hidden: () => !!form.unfinished },
        h('p', {}, () =>
          fill(words, form.dossier ? 'intro' : 'intro.open', { n: numbered.length, code: form.dossier }),
        ),
        h('p', {}, words.safe, ' ', questions.some((q) => q.required) && words.must),
      ),
      h(
        'div',
        { class: 'note', hidden: () => !form.unfinished },
        h('h3', { id: 'draft', tabindex: -1 }, words.draft),
        button(words['draft.continue'], () => form.resume(form.unfinished)),
        ' ',
        button(words['draft.restart'], () => form.resume()),
      ),
    ),
    questions.map((question) =>
      (question.kind === 'text' ? textQuestion : choiceQuestion)(form, question, () => away(form.pageOf(question))),
    ),
    h(
      'fieldset',
      {
        ...{ id: 'reply', part: 'question', 'aria-describedby': 'reply-help' },
        hidden: () => !form.asksReply || !form.words.reply || away(numbered.length),
      },
      h('legend', {}, () => form.words.reply ?? ''),
      h('p', { id: 'reply-help' }, () => form.words['reply.help'] ?? ''),
      ['yes', 'no'].map((answer) => radio(form, 'reply', answer, () => form.words[`reply.${answer}`] ?? '')),
    ),
    h('p', { role: 'status', class: () => form.notice && 'note' }, () => form.notice),
    button(words.back, () => form.turn(-1), { hidden: () => !steps || !form.page }),
    ' ',
    button(words.next, () => form.turn(1), { class: 'main', hidden: whole }),
    h(
      'div',
      { hidden: () => !whole() },
      button(
        () => words[form.underway ? 'sending' : 'send'] ?? '',
        () => form.send(),
        {
          class: 'main',
          'aria-disabled': () => form.underway,
        },
      ),
      h('p', {}, words.privacy),
      disclosure(form, 'privacy.more', words['privacy.how']),
    ),
  );
}
