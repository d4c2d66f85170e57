import type { Form } from './form.ts';
import { h } from './h.ts';

/** One option of a group: the whole row is the target. */
export const radio = (
  form: Form,
  name: string,
  value: string,
  text: string | (() => string) | undefined,
): HTMLElement =>
  h(
    'label',
    { part: 'option' },
    h('input', { type: 'radio', name, value, checked: () => form.given[name] === value }),
    text,
  );
