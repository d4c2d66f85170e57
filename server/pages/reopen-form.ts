import { html } from 'hono/html';
import type { Words } from '#rules/surveys/survey.ts';
import type { Markup } from './html.ts';

/** Asks for the receipt that opens the answers again on the page they were given on. */
export function reopenForm(words: Words): Markup {
  return html`<form method="post">
<div class="field">
<label for="receipt">${words.receiptLabel}</label>
<p class="help" id="receipt-help">${words.receiptHelp}</p>
<input id="receipt" name="receipt" maxlength="40" autocomplete="off" autocapitalize="characters" spellcheck="false" aria-describedby="receipt-help">
</div>
<p class="actions"><button class="button primary" name="act" value="reopen">${words.reopen}</button></p>
</form>`;
}
