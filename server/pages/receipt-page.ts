import { html } from 'hono/html';
import { formatDate } from '#rules/format.ts';
import type { IsoDate } from '#rules/law.ts';
import { formatReceipt } from '#rules/receipt.ts';
import type { Stage, Words } from '#rules/surveys/survey.ts';
import type { Accepted } from '../store/intake-item.ts';
import { fill } from './fill.ts';
import type { Markup } from './html.ts';
import { paragraphs } from './paragraphs.ts';

/** What is said once the server has stored the answers: thanks and the code that opens them again. */
export function receiptPage(
  { receipt, editableUntil }: Omit<Accepted, 'status'>,
  stage: Stage,
  words: Words,
  /** Last day for the reply asked for. */
  replyBy?: IsoDate,
): Markup {
  // The code stands whole on one line: it is copied by hand.
  const [before, after] = (words.receipt ?? '{receipt}').split('{receipt}');
  return html`<main class="wrap">
<h1>${words.title}</h1>
<div class="done" role="status">
<p><strong>✓ ${words.thanks}</strong></p>
<p class="receipt">${before}<span>${formatReceipt(receipt)}</span>${after}</p>
<p>${fill(words['receipt.keep'], { until: formatDate(editableUntil) })}</p>
${replyBy === undefined ? '' : html`<p>${fill(words['reply.by'], { date: formatDate(replyBy) })}</p>`}
<p>${words.where}</p>
</div>
<form method="post">
<input type="hidden" name="receipt" value="${receipt}">
<p class="actions"><button class="button" name="act" value="reopen">${words.edit}</button></p>
</form>
${stage === 'submitted' ? html`<p>${words.later}</p>` : ''}
<details><summary>${words['privacy.how']}</summary>${paragraphs(words['privacy.more'] ?? '')}</details>
</main>`;
}
