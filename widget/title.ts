import { html, type TemplateResult } from 'lit/html.js';

/** The heading of whatever is shown; takes focus when the view changes. */
export const title = (text: string | undefined): TemplateResult =>
  html`<h2 id="title" part="title" tabindex="-1">${text}</h2>`;
