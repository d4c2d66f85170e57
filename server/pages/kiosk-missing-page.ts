import { html } from 'hono/html';
import type { Markup } from './html.ts';

/** In place of the kiosk while its files have not been built. */
export function kioskMissingPage(): Markup {
  return html`<main class="wrap">
<h1>Ki-ốt chưa sẵn sàng</h1>
<p>Máy chủ chạy nhưng chưa có tệp của ki-ốt. Người vận hành chạy <code>npm run build</code> rồi mở lại trang này.</p>
</main>`;
}
