import { html } from 'hono/html';
import type { Markup } from './html.ts';

/** Asks for the code of one's own form; `fault` is said beside the field, what was typed stays. */
export function receiptForm(tenant: string, typed: string, fault?: string): Markup {
  return html`<form method="get" action="/cong-khai/${tenant}/phieu">
<div class="field">
<label for="ma">Mã phiếu</label>
<p class="help" id="ma-giup">Nhập mã phiếu để xem câu trả lời đã nhận. Mã gồm 10 ký tự, ví dụ K7M2-9QXD-4T.</p>
${fault ? html`<p class="error" id="ma-loi" role="alert">${fault}</p>` : ''}
<input id="ma" name="ma" value="${typed}" maxlength="40" autocomplete="off" autocapitalize="characters" spellcheck="false"
 aria-describedby="ma-giup${fault ? ' ma-loi' : ''}"${fault ? html` aria-invalid="true" autofocus` : ''}>
</div>
<p class="actions"><button class="button primary">Tra cứu</button></p>
</form>`;
}
