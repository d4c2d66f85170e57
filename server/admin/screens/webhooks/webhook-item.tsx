import { useState } from 'preact/hooks';
import type { WebhookIssued, WebhookLine } from '#wire/webhook.ts';
import { useAdmin } from '../../admin-context.ts';
import { Confirm } from '../../parts/confirm.tsx';
import { FaultText } from '../../parts/fault-text.tsx';
import { WorkButton } from '../../parts/work-button.tsx';
import { text } from '../../text.ts';
import { useAction } from '../../use-action.ts';
import { when } from '../../when.ts';
import { DeliveryTable } from './delivery-table.tsx';

interface WebhookItemProps {
  webhook: WebhookLine;
  onChanged: () => void;
  onIssued: (issued: WebhookIssued) => void;
}

type Asked = 'secret' | 'off' | 'delete';

/** Whether something is sent there, and why not. */
function stateText({ offAt, offReason, overlapUntil }: WebhookLine, now: Date): string {
  if (offAt !== null) return text(`webhooks.off.${offReason ?? 'asked'}`, { time: when(offAt) });
  const both = overlapUntil !== null && now.toISOString() < overlapUntil;
  return both ? text('webhooks.overlap', { time: when(overlapUntil) }) : text('webhooks.on');
}

/** One address: how it stands, its acts, its newest messages. */
export function WebhookItem({ webhook, onChanged, onIssued }: WebhookItemProps) {
  const { api } = useAdmin();
  const { id, url, kinds, offAt, deliveries } = webhook;
  const [asked, setAsked] = useState<Asked | null>(null);
  const test = useAction(async () => {
    await api.testWebhook(id);
    onChanged();
  });
  const on = useAction(async () => {
    await api.switchWebhook(id, true);
    onChanged();
  });
  const acts: Record<Asked, () => Promise<void>> = {
    secret: async () => onIssued(await api.newWebhookSecret(id)),
    off: async () => {
      await api.switchWebhook(id, false);
      onChanged();
    },
    delete: async () => {
      await api.deleteWebhook(id);
      onChanged();
    },
  };
  const fault = test.fault ?? on.fault;
  return (
    <section aria-label={url}>
      <h2 class="code">{url}</h2>
      <p>{kinds.map((kind) => text(`webhooks.kind.${kind}`)).join(' · ')}</p>
      <p class={offAt !== null && webhook.offReason !== 'asked' ? 'fault' : 'muted'}>
        {stateText(webhook, new Date())}
      </p>
      {fault && <FaultText fault={fault} />}
      <div class="actions">
        <WorkButton
          label={text('webhooks.test')}
          busyLabel={text('webhooks.testing')}
          busy={test.busy}
          onPress={test.run}
        />
        {offAt !== null ? (
          <button type="button" class="button" aria-disabled={on.busy} onClick={on.run}>
            {text('webhooks.switchOn')}
          </button>
        ) : (
          <button type="button" class="button" onClick={() => setAsked('off')}>
            {text('webhooks.switchOff')}
          </button>
        )}
        <button type="button" class="button" onClick={() => setAsked('secret')}>
          {text('webhooks.newSecret')}
        </button>
        <button type="button" class="button danger" onClick={() => setAsked('delete')}>
          {text('webhooks.delete')}
        </button>
      </div>
      <DeliveryTable url={url} deliveries={deliveries} />
      {asked && (
        <Confirm
          title={text(`webhooks.ask.${asked}`, { url })}
          effect={text(`webhooks.effect.${asked}`)}
          verb={text(
            asked === 'secret' ? 'webhooks.newSecret' : asked === 'off' ? 'webhooks.switchOff' : 'webhooks.delete',
          )}
          busy={text('state.saving')}
          run={acts[asked]}
          onClose={() => setAsked(null)}
        />
      )}
    </section>
  );
}
