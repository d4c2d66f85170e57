import { html } from 'hono/html';
import type { Markup } from './html.ts';

/** A page with one thing to say: what happened and what to do; `more` is where it can be done. */
export function sentencePage(title: string, sentence: Markup | string, more?: Markup): Markup {
  return html`<main class="wrap">
<h1>${title}</h1>
<div class="note" role="status"><p>${sentence}</p></div>
${more ?? ''}
</main>`;
}
