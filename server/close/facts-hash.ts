import { createHash } from 'node:crypto';

/**
 * Fingerprint of the facts a snapshot was computed from. Those of `add` count in their order; those of `addLoose` in none, for
 * answers lose their places at the seal and must still give the same text.
 */
export interface FactsHash {
  add(...facts: readonly unknown[]): void;
  addLoose(fact: unknown): void;
  digest(): string;
}

export function createFactsHash(): FactsHash {
  const hash = createHash('sha256');
  /** Fixed-length digests: a million of them fit in memory, a million answers might not. */
  const loose: string[] = [];
  return {
    add: (...facts) => {
      hash.update(JSON.stringify(facts)).update('\n');
    },
    addLoose: (fact) => {
      loose.push(createHash('sha256').update(JSON.stringify(fact)).digest('base64'));
    },
    digest() {
      for (const one of loose.sort()) hash.update(one).update('\n');
      return hash.digest('hex');
    },
  };
}
