import { html } from 'hono/html';
import type { Words } from '#rules/surveys/survey.ts';
import type { Markup } from './html.ts';

/** Asks once more before the answers are gone for good. */
export function erasePage(receipt: string, words: Words): Markup {
  return html`<main class="wrap">
<h1>${words.erase}</h1>
<p>${words.eraseAsk}</p>
<form method="post">
<input type="hidden" name="receipt" value="${receipt}">
<p class="actions"><button class="button danger" name="act" value="erase-now">${words.erase}</button>
<button class="button" name="act" value="reopen">${words.keep}</button></p>
</form>
</main>`;
}
