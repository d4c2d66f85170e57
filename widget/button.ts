import { html, type TemplateResult } from 'lit/html.js';

/** A button that sends no form by itself. */
export const button = (label: string | undefined, onclick: () => void): TemplateResult =>
  html`<button type="button" part="button" @click=${onclick}>${label}</button>`;
