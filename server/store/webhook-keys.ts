import { derivedKey } from './cipher.ts';
import { openLastingSecrets } from './lasting-secret.ts';

/**
 * The secrets with which messages to other systems are signed, each derived from one secret per tenant beside the period keys: a stolen
 * database signs nothing.
 */
export interface WebhookKeys {
  /** `whsec_` and 32 bytes in base64. @throws when the tenant's secret is not there. */
  of(tenant: string, webhook: string, generation: number): string;
  exists(tenant: string): boolean;
  /** Makes the tenant's secret unless it is there; durable before it returns. */
  create(tenant: string): void;
}

export function openWebhookKeys(dir: string): WebhookKeys {
  const { read, exists, create } = openLastingSecrets(dir, '_webhooks.key');
  return {
    of: (tenant, webhook, generation) =>
      `whsec_${derivedKey(read(tenant), `webhook ${webhook} ${generation}`).toString('base64')}`,
    exists,
    create,
  };
}
