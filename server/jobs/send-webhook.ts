import { createHash } from 'node:crypto';
import { Webhook } from 'standardwebhooks';
import type { DeliveryFault } from '#wire/webhook.ts';
import { GuardedFault } from '../guarded-fetch.ts';
import type { Services } from '../services.ts';
import type { NewDelivery } from '../store/webhook-deliveries.ts';
import type { StoredWebhook } from '../store/webhooks.ts';

export type Sent = { readonly status: number | null; readonly fault: DeliveryFault | null };

/** The same for every try of one message to one address: who gets it twice knows by it. */
function messageId(tenant: string, { webhook, event }: NewDelivery): string {
  return `msg_${createHash('sha256').update(`${tenant} ${webhook} ${event}`).digest('base64url').slice(0, 27)}`;
}

/** Signed by the secret in use and, for a while after a change, by the one before. */
function signatures(
  { webhookKeys }: Pick<Services, 'webhookKeys'>,
  tenant: string,
  { id, generation, overlapUntil }: StoredWebhook,
  message: string,
  at: Date,
  body: string,
): string {
  const both = overlapUntil !== null && at.toISOString() < overlapUntil;
  return (both ? [generation, generation - 1] : [generation])
    .map((each) => new Webhook(webhookKeys.of(tenant, id, each)).sign(message, at, body))
    .join(' ');
}

/** One try, as Standard Webhooks says; of the answer its status alone is looked at. */
export async function sendWebhook(
  services: Pick<Services, 'webhookKeys' | 'fetchOut' | 'now'>,
  tenant: string,
  webhook: StoredWebhook,
  delivery: NewDelivery,
): Promise<Sent> {
  if (!services.webhookKeys.exists(tenant)) return { status: null, fault: 'key' };
  const at = services.now();
  const message = messageId(tenant, delivery);
  try {
    const { status } = await services.fetchOut(webhook.url, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        'user-agent': 'danhgia-dvc',
        'webhook-id': message,
        'webhook-timestamp': String(Math.floor(at.getTime() / 1000)),
        'webhook-signature': signatures(services, tenant, webhook, message, at, delivery.body),
      },
      body: delivery.body,
      wanted: false,
    });
    return { status, fault: null };
  } catch (error) {
    if (error instanceof GuardedFault) return { status: null, fault: error.code };
    throw error;
  }
}

/** Taken by the other side. */
export const isTaken = ({ status }: Sent) => status !== null && status >= 200 && status < 300;
