import { html } from 'hono/html';
import { type FormatLang, formatDate } from '#rules/format.ts';
import type { CaseReply } from '#wire/case.ts';
import type { Markup } from './html.ts';
import { inVietnamese, say } from './public-words.ts';

/** `2026-11-24` → its day; `2026-11` → its month, all that is kept after the seal. */
function heading(lang: FormatLang, answeredOn: string | null): string {
  if (answeredOn === null) return say(lang, 'reply');
  if (answeredOn.length > 7) return say(lang, 'replyOn', { day: formatDate(answeredOn) });
  const [year, month] = answeredOn.split('-');
  return say(lang, 'replyIn', { month: `${month}/${year}` });
}

/** The reply asked for, as it was written, or by when it comes. */
export function replyPart(lang: FormatLang, { by, answer, answeredOn, until }: CaseReply): Markup {
  if (answer === null)
    return html`<h2>${say(lang, 'reply')}</h2>
<p>${say(lang, 'replyWaits', { by: formatDate(by) })}</p>`;
  const lines = answer.split('\n').filter((line) => line.trim() !== '');
  return html`<h2>${heading(lang, answeredOn)}</h2>
${lines.map((line) => html`<p>${inVietnamese(lang, line)}</p>`)}
${until ? html`<p class="small muted">${say(lang, 'replyUntil', { until: formatDate(until) })}</p>` : ''}`;
}
