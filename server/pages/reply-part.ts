import { html } from 'hono/html';
import { formatDate } from '#rules/format.ts';
import type { CaseReply } from '#wire/case.ts';
import type { Markup } from './html.ts';
import { monthOrDay } from './month-or-day.ts';

/** The reply asked for, or by when it comes. */
export function replyPart({ by, answer, answeredOn, until }: CaseReply): Markup {
  if (answer === null)
    return html`<h2>Trả lời</h2>
<p>Chưa có trả lời. Tỉnh trả lời tại đây chậm nhất ngày ${formatDate(by)}; mời Ông/Bà nhập lại mã phiếu sau ngày đó.</p>`;
  const lines = answer.split('\n').filter((line) => line.trim() !== '');
  return html`<h2>Trả lời${answeredOn ? `, ${monthOrDay(answeredOn)}` : ''}</h2>
${lines.map((line) => html`<p>${line}</p>`)}
${until ? html`<p class="small muted">Xem được bằng mã phiếu đến hết ngày ${formatDate(until)}, sau đó bị xóa.</p>` : ''}`;
}
