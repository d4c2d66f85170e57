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
  readonly copied: boolean;
  /** Offered where the answers are still at hand. */
  readonly edit: (() => void) | false;
  /** Back to an empty form; only where no dossier stands behind it. */
  readonly close: (() => void) | false;
  copy(): void;
}

/** What became of the answers: stored here, or received there. Nothing is called received before the server said so. */
export function sentView({ words, item, waiting, copied, edit, close, copy }: Sent): HTMLElement {
  const [heading = `✓ ${words.thanks}`, ...rest] = waiting;
  const received = !waiting.length;
  const [before, after] = (words.receipt ?? '').split('{receipt}');
  return h(
    'div',
    { part: 'sent' },
    title(heading),
    h('p', { role: 'status' }, copied ? words.copied : rest.join(' ')),
    received &&
      item.receipt && [
        h(
          'p',
          {},
          h(
            'label',
            {},
            before,
            h('input', { id: 'receipt', readOnly: true, size: 13, value: formatReceipt(item.receipt) }),
          ),
          after,
          ' ',
          button(words.copy, copy),
        ),
        h('p', {}, fill(words, 'receipt.keep', { until: formatDate(item.until ?? '') })),
      ],
    received && item.body?.stage === 'submitted' && h('p', {}, words.later),
    edit && button(words.edit, edit),
    ' ',
    close && button(words.close, close),
  );
}
