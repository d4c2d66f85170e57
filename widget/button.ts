import { h, type Values } from './h.ts';

/** A button that sends no form by itself. */
export const button = (label: string | (() => string) | undefined, onclick: () => void, more?: Values): HTMLElement =>
  h('button', { type: 'button', part: 'button', onclick, ...more }, label);
