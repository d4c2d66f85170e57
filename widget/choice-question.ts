import { isOpen } from '#rules/surveys/questions-of.ts';
import { type Question, UNKNOWN } from '#rules/surveys/survey.ts';
import { fill } from './fill.ts';
import { h } from './h.ts';
import { help } from './help.ts';
import type { Model } from './model.ts';

/** One choice as a group of radios, of `total` numbered ones; `number` 0 = a follow-up, hidden until its parent calls for it. */
export function choiceQuestion(model: Model, question: Question, number: number, total: number): HTMLElement {
  const { words, answers, stage } = model;
  const { code } = question;
  const issue = model.issues.find((i) => i.question === code)?.message;
  const step = number ? fill(words, 'step', { i: number, n: total }) : '';
  return h(
    'fieldset',
    {
      id: code,
      part: 'question',
      class: question.followUp ? 'follow' : '',
      hidden: !isOpen(question, answers),
      'aria-describedby': `${code}-help ${code}-error`,
    },
    h(
      'legend',
      {},
      h('small', {}, step, question.required && ` · ${words.needed}`),
      ' ',
      words[`${code}@${stage}`] ?? words[code],
    ),
    help(words, code),
    h('p', { id: `${code}-error`, class: 'error', hidden: !issue }, issue),
    question.options.map(
      (option) =>
        (!option.becomes || model.open) &&
        h(
          'label',
          { part: 'option' },
          h('input', {
            type: 'radio',
            name: code,
            value: option.code,
            checked: answers[code] === option.code,
            'aria-invalid': `${!!issue}`,
            onchange: () => model.choose(code, option.code),
          }),
          h('span', {}, words[`${code}.${option.code}`] ?? words[UNKNOWN]),
        ),
    ),
  );
}
