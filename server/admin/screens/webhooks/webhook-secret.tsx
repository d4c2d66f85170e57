import type { WebhookIssued } from '#wire/webhook.ts';
import { CopyButton } from '../../parts/copy-button.tsx';
import { text } from '../../text.ts';
import { when } from '../../when.ts';

/** What the other system checks signatures with, this once. */
export function WebhookSecret({ issued: { secret, overlapUntil } }: { issued: WebhookIssued }) {
  return (
    <div class="done" role="status">
      <p>
        <strong>{text('webhooks.once')}</strong>
      </p>
      <p class="secret">
        {text('webhooks.secret')}:{' '}
        <output class="code" aria-label={text('webhooks.secret')}>
          {secret}
        </output>{' '}
        <CopyButton value={secret} />
      </p>
      <p class="help">
        {overlapUntil ? text('webhooks.overlap', { time: when(overlapUntil) }) : text('webhooks.secret.help')}
      </p>
    </div>
  );
}
