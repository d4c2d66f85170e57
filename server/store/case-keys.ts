import { createHmac } from 'node:crypto';
import { openLastingSecrets } from './lasting-secret.ts';

/** One secret per tenant beside the period keys. It outlives them: a reply is read by receipt after the seal too. */
export interface CaseKeys {
  /** `HMAC-SHA256(K, receipt)` in hex. @throws when K is not there. */
  hash(tenant: string, receipt: string): string;
  exists(tenant: string): boolean;
  /** Makes K unless it is there; durable before it returns. */
  create(tenant: string): void;
}

export function openCaseKeys(dir: string): CaseKeys {
  const { read, exists, create } = openLastingSecrets(dir, '_cases.key');
  return {
    hash: (tenant, receipt) => createHmac('sha256', read(tenant)).update(receipt).digest('hex'),
    exists,
    create,
  };
}
