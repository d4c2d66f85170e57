import { html } from 'hono/html';
import type { Markup } from './html.ts';

/** Back to the admin's sign-in, where the password still works when the single sign-on does not. */
export function signInAgain(): Markup {
  return html`<p class="actions"><a class="button primary" href="/admin/">Về trang đăng nhập</a></p>`;
}
