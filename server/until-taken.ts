import { setImmediate } from 'node:timers/promises';

type Reader = ReadableStreamDefaultReader<Uint8Array>;
type Piece = Awaited<ReturnType<Reader['read']>>;

/** What `reader` still gives, after `first` and `next`. */
function rest(
  reader: Reader,
  first: Uint8Array,
  next: Promise<Piece>,
  done: () => void,
  stalledMs: number,
): ReadableStream<Uint8Array> {
  let stalled: NodeJS.Timeout | undefined;
  let coming: Promise<Piece> | undefined = next;
  function watch(controller: ReadableStreamDefaultController<Uint8Array>): void {
    stalled = setTimeout(() => {
      done();
      controller.error(new Error('nobody reads'));
      reader.cancel().catch(() => {});
    }, stalledMs);
    stalled.unref();
  }
  return new ReadableStream<Uint8Array>(
    {
      start(controller) {
        controller.enqueue(first);
        watch(controller);
      },
      async pull(controller) {
        clearTimeout(stalled);
        try {
          const piece = await (coming ?? reader.read());
          coming = undefined;
          if (piece.done) {
            done();
            controller.close();
            return;
          }
          controller.enqueue(piece.value);
          watch(controller);
        } catch (error) {
          done();
          controller.error(error);
        }
      },
      cancel(reason) {
        clearTimeout(stalled);
        done();
        return reader.cancel(reason);
      },
    },
    { highWaterMark: 0 },
  );
}

/**
 * `response` as it is; `done` is called once its last byte is taken, it fails, is given up, or nobody takes anything of it for
 * `stalledMs`. What was made whole is sent whole, with its length, and done with at once.
 */
export async function untilTaken(response: Response, done: () => void, stalledMs: number): Promise<Response> {
  const { status, headers } = response;
  if (!response.body) {
    done();
    return response;
  }
  const reader = (response.body as ReadableStream<Uint8Array>).getReader();
  const first = await reader.read();
  if (first.done) {
    done();
    return new Response(null, { status, headers });
  }
  const next = reader.read();
  // Its fault is told to whoever reads on.
  next.catch(() => {});
  const second = await Promise.race([next, setImmediate(null)]);
  if (second?.done) {
    done();
    return new Response(first.value as Uint8Array<ArrayBuffer>, { status, headers });
  }
  return new Response(rest(reader, first.value, next, done, stalledMs), { status, headers });
}
