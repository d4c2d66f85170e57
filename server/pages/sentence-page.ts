import { html } from 'hono/html';
import type { Markup } from './html.ts';

/** A page with one thing to say: what happened and what to do. */
export function sentencePage(title: string, sentence: string): Markup {
  return html`<main class="wrap">
<h1>${title}</h1>
<div class="note"><p>${sentence}</p></div>
</main>`;
}
