import { createHash } from 'node:crypto';

const DIGEST = 32;
const FIRST_ROOM = 1 << 3;

/** Fingerprint of facts in the order they are added. */
export interface OrderedHash {
  add(...facts: readonly unknown[]): void;
  /** The same as `add` of them all, one at a time: a province has tens of thousands of some. */
  addAll(facts: Iterable<unknown>): void;
  /** Hex; nothing can be added afterwards. */
  digest(): string;
}

export function orderedHash(): OrderedHash {
  const hash = createHash('sha256');
  function addAll(facts: Iterable<unknown>): void {
    let before = '[';
    for (const fact of facts) {
      hash.update(before + (JSON.stringify(fact) ?? 'null'));
      before = ',';
    }
    hash.update(before === '[' ? '[]\n' : ']\n');
  }
  return {
    add: (...facts) => addAll(facts),
    addAll,
    digest: () => hash.digest('hex'),
  };
}

/**
 * Fingerprint of facts in whatever order they come: answers lose their places at the seal and must still give the same text. Keeps
 * 32 bytes of each.
 */
export function looseHash(): { add(fact: unknown): void; digest(): string } {
  let digests = Buffer.alloc(FIRST_ROOM * DIGEST);
  let n = 0;
  return {
    add(fact) {
      if ((n + 1) * DIGEST > digests.length) digests = Buffer.concat([digests, Buffer.alloc(digests.length)]);
      createHash('sha256')
        .update(JSON.stringify(fact))
        .digest()
        .copy(digests, n * DIGEST);
      n += 1;
    },
    digest() {
      const at = (i: number) => i * DIGEST;
      const order = Uint32Array.from({ length: n }, (_, i) => i).sort((a, b) =>
        digests.compare(digests, at(b), at(b) + DIGEST, at(a), at(a) + DIGEST),
      );
      const hash = createHash('sha256');
      for (const i of order) hash.update(digests.subarray(at(i), at(i) + DIGEST));
      return hash.digest('hex');
    },
  };
}

/** Fingerprint of facts of groups, each in whatever order. Of a group that is not to be told of, only how many facts it has counts. */
export function groupedHash() {
  const groups = new Map<string, { n: number; readonly facts: ReturnType<typeof looseHash> }>();
  return {
    add(group: string, fact: unknown): void {
      const known = groups.get(group) ?? { n: 0, facts: looseHash() };
      groups.set(group, known);
      known.facts.add(fact);
      known.n += 1;
    },
    digest(isTold: (group: string) => boolean): string {
      const hash = orderedHash();
      for (const [group, { n, facts }] of [...groups].sort(([a], [b]) => (a < b ? -1 : 1)))
        hash.add(group, isTold(group) ? facts.digest() : n);
      return hash.digest();
    },
  };
}
