import { html } from 'hono/html';
import type { Markup } from './html.ts';

/** Asks for the receipt that opens the answers again on the page they were given on. */
export function reopenForm(): Markup {
  return html`<form method="post">
<div class="field">
<label for="receipt">Mã phiếu</label>
<p class="help" id="receipt-help">Nhập mã phiếu để xem, sửa hoặc xóa câu trả lời. Mã gồm 10 ký tự, ví dụ K7M2-9QXD-4T.</p>
<input id="receipt" name="receipt" maxlength="40" autocomplete="off" autocapitalize="characters" spellcheck="false" aria-describedby="receipt-help">
</div>
<p class="actions"><button class="button primary" name="act" value="reopen">Mở phiếu</button></p>
</form>`;
}
