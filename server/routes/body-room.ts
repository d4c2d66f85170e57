import { Refusal } from '../refusal.ts';

/** Of all bodies that are being read by this process: a megabyte each from a hundred slow callers is memory as well. */
const MOST_BYTES = 128 * 1024 * 1024;
/** A constant: a body comes within a second or is cut after a minute. */
const RETRY_SECONDS = 2;

let taken = 0;

/**
 * Room for a body of `length` bytes until what it returns is called.
 * @throws Refusal 503 `busy` with Retry-After.
 */
export function takeBodyRoom(length: number): () => void {
  if (taken + length > MOST_BYTES)
    throw new Refusal(503, 'busy', 'Đang có nhiều người gửi. Chưa lưu gì. Đợi vài giây rồi gửi lại.', {
      headers: { 'retry-after': String(RETRY_SECONDS), connection: 'close' },
    });
  taken += length;
  return () => {
    taken -= length;
  };
}
