import { h } from './h.ts';

/** The heading of whatever is shown; takes focus when the view changes. */
export const title = (text: string | (() => string)): HTMLElement =>
  h('h2', { id: 'title', part: 'title', tabindex: -1 }, text);
