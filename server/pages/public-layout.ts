import { html } from 'hono/html';
import type { FormatLang } from '#rules/format.ts';
import type { Markup } from './html.ts';
import { say } from './public-words.ts';

/** Whose pages these are. */
export interface PublicHead {
  readonly tenant: string;
  readonly tenantName: string;
  /** Said on top of everything public of a tenant that is not real. */
  readonly watermark: string | null;
  readonly lang: FormatLang;
  /** Address of the same page in the other language; `null` = it has one only. */
  readonly other: string | null;
}

/** Address of a public page in the language of the reader. */
export function publicHref(
  { tenant, lang }: Pick<PublicHead, 'tenant' | 'lang'>,
  path: string,
  query: Readonly<Record<string, string>> = {},
): string {
  const asked = new URLSearchParams({ ...query, ...(lang === 'en' ? { lang } : {}) }).toString();
  return `/cong-khai/${tenant}${path}${asked === '' ? '' : `?${asked}`}`;
}

/** Frame of every public page: skip link, whose figures these are, the way back. `title` is the page's only h1. */
export function publicLayout(head: PublicHead, title: string | Markup, content: Markup): Markup {
  const { tenantName, watermark, lang, other } = head;
  const otherLang = lang === 'vi' ? 'en' : 'vi';
  return html`<a class="skip" href="#noi-dung">${say(lang, 'skip')}</a>
<header>
${watermark ? html`<p class="banner"${lang === 'en' ? html` lang="vi"` : ''}>${watermark}</p>` : ''}
<div class="public-head"><p class="wrap"><a href="${publicHref(head, '')}"><strong>${say(lang, 'brand')}</strong></a> <span class="muted">${tenantName}</span>${
    other === null
      ? ''
      : html` <a class="switch" href="${other}" lang="${otherLang}" hreflang="${otherLang}">${say(lang, 'other')}</a>`
  }</p></div>
</header>
<main class="wrap" id="noi-dung">
<h1>${title}</h1>
${content}
</main>
<footer><div class="wrap">
<p>${say(lang, 'footer')} <a href="${publicHref(head, '/rieng-tu')}">${say(lang, 'privacy')}</a></p>
</div></footer>`;
}
