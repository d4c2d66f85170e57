import { formatCount } from '#rules/format.ts';
import type { Question } from '#rules/surveys/survey.ts';
import { fill } from './fill.ts';
import { h } from './h.ts';
import type { Model } from './model.ts';

/** A free text with the characters left; not numbered, never required. */
export function textQuestion(model: Model, { code, maxLength = 1000 }: Question): HTMLElement {
  const { words, comment } = model;
  const id = `${code}-help`;
  const area = h('textarea', {
    ...{ id: code, rows: 4, maxLength, value: comment, 'aria-describedby': id },
    oninput: (event: InputEvent) => model.write((event.target as HTMLTextAreaElement).value),
  });
  const left = fill(words, 'left', { n: formatCount(maxLength - comment.length, model.lang) });
  return h(
    'div',
    { part: 'question' },
    h('label', { for: code }, words[code]),
    h('p', { id }, `${words[id.replace('-', '.')]} ${left}`),
    area,
  );
}
