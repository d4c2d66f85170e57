import type { Context } from 'hono';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { readText } from '../../server/routes/read-text.ts';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

/** A request that says how long its body is. */
function asking(length: number, text: () => Promise<string>): Context {
  return { req: { header: () => String(length), text } } as unknown as Context;
}
const never = () => new Promise<string>(() => {});

test('a body that comes too slowly is refused and its connection ended', async () => {
  const reading = expect(readText(asking(10, never), 4096)).rejects.toMatchObject({
    ...{ status: 408, code: 'body.slow' },
    headers: { connection: 'close' },
  });
  await vi.advanceTimersByTimeAsync(60_000);
  await reading;
});

test('bodies under way are bounded together; one that has come makes room', async () => {
  const MB = 1_048_576;
  let arrived = (_: string) => {};
  const first = readText(
    asking(
      100 * MB,
      () =>
        new Promise((resolve) => {
          arrived = resolve;
        }),
    ),
    100 * MB,
  );
  await expect(readText(asking(40 * MB, never), 100 * MB)).rejects.toMatchObject({
    ...{ status: 503, code: 'busy' },
    headers: { 'retry-after': '2' },
  });
  arrived('đã đến');
  expect(await first).toBe('đã đến');
  expect(
    await readText(
      asking(40 * MB, async () => 'nay có chỗ'),
      100 * MB,
    ),
  ).toBe('nay có chỗ');
});
