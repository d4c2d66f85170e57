import { html } from 'hono/html';
import { formatDate } from '#rules/format.ts';
import type { IsoDate } from '#rules/law.ts';
import type { ReplyCall } from '#rules/surveys/reply.ts';
import type { Words } from '#rules/surveys/survey.ts';
import { fill } from './fill.ts';
import type { Markup } from './html.ts';

export interface AskedReply {
  /** After which answers the form asks. */
  readonly calls: readonly ReplyCall[];
  /** Last day for the reply if it is asked for today. */
  readonly by: IsoDate;
  /** `null` = not said. */
  readonly wanted: boolean | null;
}

interface ReplyForm {
  readonly words: Words;
  readonly faults: ReadonlyMap<string, string>;
  readonly reply: AskedReply | null;
}

/** Asks whether a reply is wanted. Without script it is always in sight and says after which answers it is meant. */
export function replyQuestion({ words, faults, reply }: ReplyForm): Markup | string {
  if (!reply) return '';
  const fault = faults.get('reply');
  const options = reply.calls
    .flatMap(({ question, when }) => when.map((option) => words[`${question}.${option}`] ?? option))
    .join('; ');
  const choice = (value: string, checked: boolean) =>
    html`<label class="option"><input type="radio" name="reply" value="${value}"${checked ? html` checked` : ''}>
<span>${words[`reply.${value}`]}</span></label>`;
  return html`<fieldset id="reply" class="question${fault ? ' invalid' : ''}" aria-describedby="reply-help${fault ? ' reply-fault' : ''}">
<legend>${words.reply}</legend>
<p class="help">${fill(words.replyOnly, { options })}</p>
<p class="help" id="reply-help">${fill(words['reply.help'], { date: formatDate(reply.by) })}</p>
${fault ? html`<p class="error" id="reply-fault">${fault}</p>` : ''}
${choice('yes', reply.wanted === true)}
${choice('no', reply.wanted === false)}
</fieldset>`;
}
