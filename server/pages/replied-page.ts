import { html } from 'hono/html';
import { formatReceipt } from '#rules/receipt.ts';
import type { CaseReply } from '#wire/case.ts';
import type { Markup } from './html.ts';
import { type PublicHead, publicLayout } from './public-layout.ts';
import { say } from './public-words.ts';
import { replyPart } from './reply-part.ts';

interface RepliedForm {
  readonly receipt: string;
  readonly unitName: string;
  readonly reply: CaseReply;
}

/** What a receipt opens once the period is sealed and the answers are cut loose from it: the reply alone. */
export function repliedPage(head: PublicHead, { receipt, unitName, reply }: RepliedForm): Markup {
  return publicLayout(
    head,
    say(head.lang, 'receiptNamed', { receipt: formatReceipt(receipt) }),
    html`<p>${unitName}</p>
<p class="note">${say(head.lang, 'repliedSealed')}</p>
${replyPart(head.lang, reply)}`,
  );
}
