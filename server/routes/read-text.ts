import type { Context } from 'hono';
import { Refusal } from '../refusal.ts';
import { takeBodyRoom } from './body-room.ts';

/** A megabyte takes a quarter of it over the slowest line a ward office has. */
const WHOLE_BODY_MS = 60_000;

const slow = () =>
  new Refusal(408, 'body.slow', 'Nội dung gửi đến quá chậm nên chưa lưu gì. Kiểm tra đường truyền rồi gửi lại.', {
    // What is still to come would be taken for the next request.
    headers: { connection: 'close' },
  });

/**
 * How long the body says it is: what says nothing is not read, what says too much neither.
 * @throws Refusal 411 `body.length`, 413 `body.large`.
 */
export function bodyLength(c: Context, limit: number): number {
  const length = Number(c.req.header('content-length') || Number.NaN);
  const close = { headers: { connection: 'close' } };
  if (!Number.isInteger(length))
    throw new Refusal(411, 'body.length', 'Thiếu tiêu đề Content-Length. Gửi lại kèm độ dài nội dung.', close);
  if (length > limit)
    throw new Refusal(
      413,
      'body.large',
      `Nội dung gửi quá lớn (tối đa ${limit} byte). Chưa lưu gì; chia nhỏ rồi gửi lại.`,
      { issues: [{ path: '(nội dung)', message: `lớn hơn ${limit} byte` }], ...close },
    );
  return length;
}

/** `read`, or a refusal when it takes too long. */
async function inTime<Read>(read: Promise<Read>): Promise<Read> {
  let late: NodeJS.Timeout | undefined;
  try {
    return await Promise.race([
      read,
      new Promise<never>((_, reject) => {
        late = setTimeout(() => reject(slow()), WHOLE_BODY_MS);
      }),
    ]);
  } finally {
    clearTimeout(late);
  }
}

async function whole<Read>(c: Context, limit: number, read: () => Promise<Read>): Promise<Read> {
  const giveBack = takeBodyRoom(bodyLength(c, limit));
  try {
    return await inTime(read());
  } finally {
    giveBack();
  }
}

/**
 * The body as text, at most `limit` bytes. The length header is demanded so that a body is refused before it is read.
 * @throws Refusal 411 `body.length`, 413 `body.large`, 408 `body.slow`, 503 `busy`.
 */
export function readText(c: Context, limit: number): Promise<string> {
  return whole(c, limit, () => c.req.text());
}

/** The body as it is, under the same bounds. @throws Refusal as `readText`. */
export async function readBytes(c: Context, limit: number): Promise<Uint8Array> {
  return new Uint8Array(await whole(c, limit, () => c.req.arrayBuffer()));
}
