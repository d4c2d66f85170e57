import type { WebhookIssued, WebhookLine, WebhookRequest } from '#wire/webhook.ts';
import type { Call } from './api.ts';

export type Webhooks = { webhooks: WebhookLine[] };

const at = (webhook: string) => `/v1/webhooks/${encodeURIComponent(webhook)}`;

/** Addresses of other systems that are told of counts and periods. */
export function webhookCalls(call: Call) {
  return {
    webhooks: (signal?: AbortSignal) => call<Webhooks>('GET', '/v1/webhooks', undefined, signal),
    addWebhook: (webhook: WebhookRequest) => call<WebhookIssued>('POST', '/v1/webhooks', webhook),
    newWebhookSecret: (webhook: string) => call<WebhookIssued>('POST', `${at(webhook)}/secret`),
    testWebhook: (webhook: string) => call<Webhooks>('POST', `${at(webhook)}/test`),
    switchWebhook: (webhook: string, on: boolean) => call<Webhooks>('PUT', `${at(webhook)}/state`, { on }),
    deleteWebhook: (webhook: string) => call<void>('DELETE', at(webhook)),
  };
}
