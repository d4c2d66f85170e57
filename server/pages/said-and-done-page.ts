import { html } from 'hono/html';
import { formatDate } from '#rules/format.ts';
import type { Markup } from './html.ts';
import { type PublicHead, publicLayout } from './public-layout.ts';
import { say } from './public-words.ts';

/** One matter, as the public reads it. */
export interface SaidAndDone {
  readonly tag: string;
  /** `null` = the province itself. */
  readonly unitName: string | null;
  readonly said: string;
  readonly done: string;
  readonly shownOn: string;
}

/** Those of one period. */
export interface SaidAndDonePeriod {
  readonly label: string;
  readonly replies: readonly SaidAndDone[];
}

const lines = (text: string) => text.split(/\n+/).map((line) => html`<p>${line}</p>`);

/** What citizens said and what was done, newest period first. Texts stay in Vietnamese, as they were written. */
export function saidAndDonePage(head: PublicHead, periods: readonly SaidAndDonePeriod[]): Markup {
  const { lang } = head;
  const vi = lang === 'en' ? html` lang="vi"` : '';
  return publicLayout(
    head,
    say(lang, 'saidTitle'),
    html`<p>${say(lang, 'saidIntro')}</p>
${periods.length === 0 ? html`<p>${say(lang, 'saidNone')}</p>` : ''}
${periods.map(
  ({ label, replies }) => html`<section><h2${vi}>${label}</h2>
${replies.map(
  ({ tag, unitName, said, done, shownOn }) => html`<article class="published"${vi}>
<h3>${tag}</h3>
<p class="small muted">${unitName ?? head.tenantName} · ${formatDate(shownOn)}</p>
<dl><dt>${say('vi', 'saidYou')}</dt><dd>${lines(said)}</dd>
<dt>${say('vi', 'saidWe')}</dt><dd>${lines(done)}</dd></dl>
</article>`,
)}</section>`,
)}`,
  );
}
