import { html } from 'lit/html.js';

/** A text folded under `summary`; nothing where there is none. It describes whatever names `id`, folded or not. */
export const disclosure = (id: string, summary: string | undefined, text: string | undefined) =>
  text ? html`<details><summary>${summary}</summary><p id=${id}>${text}</p></details>` : '';
