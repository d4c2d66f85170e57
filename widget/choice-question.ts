import { isOpen } from '#rules/surveys/questions-of.ts';
import { type Question, UNKNOWN } from '#rules/surveys/survey.ts';
import { disclosure } from './disclosure.ts';
import { fill } from './fill.ts';
import type { Form } from './form.ts';
import { h } from './h.ts';
import { radio } from './radio.ts';

/** One choice as a group of radios; a follow-up carries no number and is hidden until its parent calls for it. */
export function choiceQuestion(form: Form, question: Question, away: () => boolean): HTMLElement {
  const { words, stage, open, numbered } = form;
  const { code, followUp, required, options } = question;
  const number = numbered.indexOf(code) + 1;
  const issue = () => form.issues.find((i) => i.question === code);
  return h(
    'fieldset',
    {
      ...{ id: code, part: 'question', class: followUp && 'follow' },
      'aria-describedby': `${code}.help ${code}-error`,
      hidden: () => !isOpen(question, form.given) || away(),
    },
    h(
      'legend',
      { id: `${code}-title`, tabindex: -1 },
      h(
        'small',
        {},
        number > 0 && fill(words, 'step', { i: number, n: numbered.length }),
        required && ` · ${words.needed}`,
      ),
      words[`${code}@${stage}`] ?? words[code],
    ),
    disclosure(form, `${code}.help`, words.what),
    h(
      'p',
      { id: `${code}-error`, class: 'error', lang: () => issue()?.lang, hidden: () => !issue() },
      () => issue()?.message ?? '',
    ),
    options.map(
      (option) =>
        (open || !option.becomes) && radio(form, code, option.code, words[`${code}.${option.code}`] ?? words[UNKNOWN]),
    ),
  );
}
