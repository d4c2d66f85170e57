import { html } from 'hono/html';
import type { Markup } from './html.ts';
import { sentencePage } from './sentence-page.ts';

/** For an address nobody serves: the pages of its province where it names one, else the ways in for staff and programs. */
export function notFoundPage(tenant: string | null): Markup {
  const links =
    tenant === null
      ? html`<li><a href="/admin">Trang quản trị</a></li>
<li><a href="/docs">Danh sách địa chỉ cho chương trình</a></li>`
      : html`<li><a href="/cong-khai/${tenant}">Kết quả đánh giá</a></li>
<li><a href="/cong-khai/${tenant}/phieu">Tra cứu theo mã phiếu</a></li>`;
  return sentencePage(
    'Không có trang này',
    'Địa chỉ không đúng. Mời Ông/Bà kiểm tra lại địa chỉ, hoặc mở lại đường dẫn trên giấy hẹn hay tin nhắn.',
    html`<ul class="links">${links}</ul>`,
  );
}
