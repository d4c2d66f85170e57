import { formatCount } from '#rules/format.ts';
import type { Question } from '#rules/surveys/survey.ts';
import { fill } from './fill.ts';
import type { Form } from './form.ts';
import { h } from './h.ts';

/** A free text with the characters left; not numbered, never required. */
export function textQuestion(form: Form, { code, maxLength = 1000 }: Question, away: () => boolean): HTMLElement {
  const { words, survey } = form;
  const text = () => form.given[code] ?? '';
  const left = () => fill(words, 'left', { n: formatCount(maxLength - text().length, survey.lang) });
  return h(
    'div',
    { part: 'question', hidden: away },
    h('label', { id: `${code}-title`, tabindex: -1, for: code }, words[code]),
    h('p', { id: `${code}-help` }, words[`${code}.help`], ' ', left),
    h('textarea', {
      ...{ id: code, name: code, rows: 4, maxlength: maxLength, value: text, 'aria-describedby': `${code}-help` },
    }),
  );
}
