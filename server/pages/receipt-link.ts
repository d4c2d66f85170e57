import { html } from 'hono/html';
import type { Lang, Words } from '#rules/surveys/survey.ts';
import type { Markup } from './html.ts';

/** The way to the look-up of one's own answers, which needs no link. */
export function receiptLink(tenant: string, words: Words, lang: Lang): Markup {
  return html`<p class="actions"><a class="button primary" href="/cong-khai/${encodeURIComponent(tenant)}/phieu?lang=${lang}">${words.enter}</a></p>`;
}
