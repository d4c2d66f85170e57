import { peek } from './peek.ts';

/** What is looked at to find out about a file, in bytes. */
export const HEAD = 65_536;

/** The first bytes of a stream, and the whole stream again. */
export interface Headed {
  readonly head: Buffer;
  readonly all: AsyncIterable<Uint8Array>;
}

/** Waits for at least `HEAD` bytes, or the end; holds no more than those and one piece of the stream. */
export async function headOf(input: AsyncIterable<Uint8Array>): Promise<Headed> {
  let length = 0;
  const { first, all } = await peek(input, (piece) => {
    length += piece.length;
    return length >= HEAD;
  });
  return { head: Buffer.concat(first).subarray(0, HEAD), all };
}

/** The same stream without its first `length` bytes. */
export async function* withoutFirst(length: number, bytes: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  let left = length;
  for await (const piece of bytes) {
    if (left < piece.length) yield piece.subarray(left);
    left = Math.max(0, left - piece.length);
  }
}
