import { h } from './h.ts';

/** A button that sends no form by itself; `look` = a class of the style sheet. */
export const button = (label: string | undefined, onclick: () => void, look = '') =>
  h('button', { type: 'button', class: look, part: 'button', onclick }, label);
