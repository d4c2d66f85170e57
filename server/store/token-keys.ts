import { derivedKey } from './cipher.ts';
import { openLastingSecrets } from './lasting-secret.ts';

/**
 * The keys with which portals make survey tokens of their own, each derived from one secret per tenant beside the period keys.
 * None is stored: whoever has the database can neither make a token nor read one.
 */
export interface TokenKeys {
  /** 32 bytes for the portal key `keyId`. @throws when the tenant's secret is not there. */
  of(tenant: string, keyId: string): Buffer;
  exists(tenant: string): boolean;
  /** Makes the tenant's secret unless it is there; durable before it returns. */
  create(tenant: string): void;
}

export function openTokenKeys(dir: string): TokenKeys {
  const { read, exists, create } = openLastingSecrets(dir, '_tokens.key');
  return { of: (tenant, keyId) => derivedKey(read(tenant), `survey token ${keyId}`), exists, create };
}
