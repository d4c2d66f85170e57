import { formatDate } from '#rules/format.ts';
import { formatReceipt } from '#rules/receipt.ts';
import type { Words } from '#rules/surveys/survey.ts';
import { button } from './button.ts';
import { fill } from './fill.ts';
import { h } from './h.ts';
import type { Outgoing } from './outgoing.ts';
import { title } from './title.ts';

export interface Sent {
  readonly words: Words;
  readonly item: Outgoing;
  /** Where it is and what happens next, until the server has it; empty = it has. */
  readonly waiting: readonly string[];
  /** Offered where the answers are still at hand. */
  readonly edit: (() => void) | false;
  /** Back to an empty form; only where no dossier stands behind it. */
  readonly close: (() => void) | false;
}

/** What became of the answers: stored here, or received there. Nothing is called received before the server said so. */
export function sentView({ words, item, waiting, edit, close }: Sent): HTMLElement {
  const [heading = `✓ ${words.thanks}`, ...rest] = waiting;
  const { receipt, until, replyBy, body } = item;
  const status = h('p', { role: 'status' }, rest.join(' '));
  const code = h('input', { id: 'receipt', readonly: true, value: formatReceipt(receipt ?? '') });
  const copy = () => {
    code.select();
    // The clipboard interface needs HTTPS, which a counter's intranet page may not have.
    if (document.execCommand('copy')) status.textContent = words.copied ?? '';
  };
  return h(
    'div',
    { part: 'sent' },
    title(heading),
    status,
    !waiting.length && [
      receipt &&
        h('p', {}, h('label', { for: 'receipt' }, words.receipt?.split('{')[0]), code, ' ', button(words.copy, copy)),
      until && h('p', {}, fill(words, 'receipt.keep', { until: formatDate(until) })),
      replyBy && h('p', {}, fill(words, 'reply.by', { date: formatDate(replyBy) })),
      body?.stage === 'submitted' && h('p', {}, words.later),
    ],
    edit && button(words.edit, edit),
    ' ',
    close && button(words.close, close),
  );
}
