import type { Form } from './form.ts';
import { h } from './h.ts';

/**
 * The text `key` folded under `summary`; nothing where the survey has none. It describes whatever names `key`, folded or not.
 * A text that did not come with the script is fetched when it is unfolded.
 */
export const disclosure = (form: Form, key: string, summary = ''): HTMLElement | false =>
  key in form.words &&
  h(
    'details',
    { ontoggle: form.complete },
    h('summary', {}, summary),
    h('p', { id: key }, () => form.words[key] || (form.words.loading ?? '')),
  );
