/** The first members of a stream, and the whole stream again, to be read once; reading it empties `first`. */
export interface Peeked<T> {
  readonly first: readonly T[];
  readonly all: AsyncIterable<T>;
  /** Lets the source go when nobody will read the rest. */
  close(): Promise<void>;
}

/** Takes members until `enough` says so, or the end, and holds them until `all` gives them out. */
export async function peek<T>(source: AsyncIterable<T>, enough: (taken: T) => boolean): Promise<Peeked<T>> {
  const rest = source[Symbol.asyncIterator]();
  const first: T[] = [];
  let ended = false;
  for (;;) {
    const next = await rest.next();
    if (next.done) {
      ended = true;
      break;
    }
    first.push(next.value);
    if (enough(next.value)) break;
  }
  async function* all(): AsyncGenerator<T> {
    try {
      // Given out for good: what was peeked at is not kept while the rest is read.
      while (first.length) yield first.shift() as T;
      while (!ended) {
        const next = await rest.next();
        if (next.done) return;
        yield next.value;
      }
    } finally {
      await rest.return?.();
    }
  }
  return {
    first,
    all: all(),
    async close() {
      await rest.return?.();
    },
  };
}
