import { html } from 'hono/html';
import type { FormatLang } from '#rules/format.ts';
import type { Markup } from './html.ts';
import { say } from './public-words.ts';

interface ReceiptFormOf {
  readonly tenant: string;
  readonly lang: FormatLang;
}

/** Asks for the code of one's own form; `fault` is said beside the field, what was typed stays. */
export function receiptForm({ tenant, lang }: ReceiptFormOf, typed: string, fault?: string | Markup): Markup {
  return html`<form method="get" action="/cong-khai/${tenant}/phieu">
<div class="field">
<label for="ma">${say(lang, 'receiptLabel')}</label>
<p class="help" id="ma-giup">${say(lang, 'receiptHelp')}</p>
${fault ? html`<p class="error" id="ma-loi" role="alert">${fault}</p>` : ''}
<input id="ma" name="ma" value="${typed}" maxlength="40" autocomplete="off" autocapitalize="characters" spellcheck="false"
 aria-describedby="ma-giup${fault ? ' ma-loi' : ''}"${fault ? html` aria-invalid="true" autofocus` : ''}>
</div>
<input type="hidden" name="lang" value="${lang}">
<p class="actions"><button class="button primary">${say(lang, 'receiptSearch')}</button></p>
</form>`;
}
