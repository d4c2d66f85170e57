import { html, type TemplateResult } from 'lit/html.js';
import { formatDate } from '#rules/format.ts';
import { formatReceipt } from '#rules/receipt.ts';
import type { Words } from '#rules/surveys/survey.ts';
import { button } from './button.ts';
import { fill } from './fill.ts';
import type { Outgoing } from './outgoing.ts';
import { title } from './title.ts';

export interface Sent {
  readonly words: Words;
  readonly item: Outgoing;
  /** Where it is and what happens next, until the server has it; empty = it has. */
  readonly waiting: readonly string[];
  readonly copied: boolean;
  /** Offered where the answers are still at hand. */
  readonly edit: (() => void) | '';
  /** Back to an empty form; only where no dossier stands behind it. */
  readonly close: (() => void) | '';
  copy(): void;
}

/** What became of the answers: stored here, or received there. Nothing is called received before the server said so. */
export function sentView({ words, item, waiting, copied, edit, close, copy }: Sent): TemplateResult {
  const [heading = `✓ ${words.thanks}`, ...rest] = waiting;
  const { receipt, until = '', body } = item;
  const [before] = (words.receipt ?? '').split('{receipt}');
  const received = (code: string) =>
    html`<p>
        <label for="receipt">${before}</label><input id="receipt" readonly size="13" .value=${formatReceipt(code)}> ${button(words.copy, copy)}
      </p>
      <p>${fill(words, 'receipt.keep', { until: formatDate(until) })}</p>`;
  return html`<div part="sent">
    ${title(heading)}
    <p role="status">${copied ? words.copied : rest.join(' ')}</p>
    ${waiting.length ? '' : [receipt && received(receipt), body?.stage === 'submitted' ? html`<p>${words.later}</p>` : '']}
    ${edit && button(words.edit, edit)} ${close && button(words.close, close)}
  </div>`;
}
