import { html } from 'hono/html';
import type { Markup } from './html.ts';

/** Whose pages these are. */
export interface PublicHead {
  readonly tenant: string;
  readonly tenantName: string;
  /** Said on top of everything public of a tenant that is not real. */
  readonly watermark: string | null;
}

/** Frame of every public page: skip link, whose figures these are, the way back. `title` is the page's only h1. */
export function publicLayout({ tenant, tenantName, watermark }: PublicHead, title: string, content: Markup): Markup {
  const home = `/cong-khai/${tenant}`;
  return html`<a class="skip" href="#noi-dung">Đến nội dung chính</a>
<header>
${watermark ? html`<p class="banner">${watermark}</p>` : ''}
<div class="public-head"><p class="wrap"><a href="${home}"><strong>Đánh giá DVC</strong></a> <span class="muted">${tenantName}</span></p></div>
</header>
<main class="wrap" id="noi-dung">
<h1>${title}</h1>
${content}
</main>
<footer><div class="wrap">
<p>Trang này không dùng JavaScript và không lưu gì về người xem. <a href="${home}/rieng-tu">Cách giữ thông tin người trả lời</a></p>
</div></footer>`;
}
