import { createHash } from 'node:crypto';

/** Fingerprint of the facts a snapshot was computed from; the same facts in the same order give the same text. */
export interface FactsHash {
  add(...facts: readonly unknown[]): void;
  digest(): string;
}

export function createFactsHash(): FactsHash {
  const hash = createHash('sha256');
  return {
    add: (...facts) => {
      hash.update(JSON.stringify(facts)).update('\n');
    },
    digest: () => hash.digest('hex'),
  };
}
