import { useState } from 'preact/hooks';
import type { WebhookIssued } from '#wire/webhook.ts';
import { Loaded } from '../../parts/loaded.tsx';
import { text } from '../../text.ts';
import type { Load } from '../../use-load.ts';
import type { Webhooks } from '../../webhook-calls.ts';
import { WebhookForm } from './webhook-form.tsx';
import { WebhookItem } from './webhook-item.tsx';
import { WebhookSecret } from './webhook-secret.tsx';

/** Addresses of other systems: added, tried out, given a new secret, switched off; what each was sent. */
export function SetUpWebhooks({ held }: { held: Load<Webhooks> }) {
  const [issued, setIssued] = useState<WebhookIssued | null>(null);
  const onIssued = (next: WebhookIssued) => {
    setIssued(next);
    held.again();
  };
  return (
    <>
      <p>{text('webhooks.intro')}</p>
      <WebhookForm onAdded={onIssued} />
      {issued && <WebhookSecret key={issued.secret} issued={issued} />}
      <Loaded of={held}>
        {({ webhooks }) =>
          webhooks.length === 0 ? (
            <p>{text('webhooks.none')}</p>
          ) : (
            webhooks.map((webhook) => (
              <WebhookItem key={webhook.id} webhook={webhook} onChanged={held.again} onIssued={onIssued} />
            ))
          )
        }
      </Loaded>
    </>
  );
}
