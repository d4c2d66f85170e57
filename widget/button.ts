import { html, type TemplateResult } from 'lit/html.js';

/** A button that sends no form by itself; `look` = a class of the style sheet. */
export const button = (label: string | undefined, onclick: () => void, look = ''): TemplateResult =>
  html`<button type="button" class=${look} part="button" @click=${onclick}>${label}</button>`;
