import { html } from 'hono/html';
import type { Markup } from './html.ts';

/** In place of the admin app while its files have not been built. */
export function adminMissingPage(): Markup {
  return html`<main class="wrap">
<h1>Trang quản trị chưa sẵn sàng</h1>
<p>Máy chủ chạy nhưng chưa có tệp của trang quản trị. Người vận hành chạy <code>npm run build</code> rồi mở lại trang này.</p>
</main>`;
}
