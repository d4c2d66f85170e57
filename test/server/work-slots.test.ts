import { setImmediate } from 'node:timers/promises';
import { expect, test, vi } from 'vitest';
import { createWorkSlots } from '../../server/work-slots.ts';

/** Works that end when told to. */
function works() {
  const ends: (() => void)[] = [];
  const work = () =>
    new Promise<Response>((resolve) => {
      ends.push(() => resolve(new Response('xong')));
    });
  return { work, ends };
}

/** An answer of two pieces, the second only when `more` is called. */
function piecemeal() {
  let controller: ReadableStreamDefaultController<Uint8Array> | undefined;
  let given = false;
  const body = new ReadableStream<Uint8Array>({
    start(own) {
      controller = own;
      own.enqueue(new TextEncoder().encode('một '));
    },
    cancel() {
      given = true;
    },
  });
  return {
    response: new Response(body, { headers: { 'content-type': 'text/csv' } }),
    more() {
      controller?.enqueue(new TextEncoder().encode('hai'));
      controller?.close();
    },
    isGivenUp: () => given,
  };
}

test('works beyond the bound wait for their turn; a line that is full is told when to come again', async () => {
  const slots = createWorkSlots({ most: 2, mostOfOne: 2, mostWaiting: 1 });
  const { work, ends } = works();
  const first = slots.run('a', work);
  const second = slots.run('b', work);
  const third = slots.run('c', work);
  await setImmediate();
  expect([ends.length, slots.count()]).toEqual([2, { running: 2, waiting: 1 }]);
  await expect(slots.run('d', work)).rejects.toMatchObject({
    ...{ status: 503, code: 'work.busy' },
    headers: { 'retry-after': '5' },
  });
  ends[0]?.();
  expect(await (await first).text()).toBe('xong');
  await setImmediate();
  expect([ends.length, slots.count()]).toEqual([3, { running: 2, waiting: 0 }]);
  for (const end of ends) end();
  await Promise.all([second, third]);
  expect(slots.count()).toEqual({ running: 0, waiting: 0 });
});

test('one caller leaves room for another, who overtakes him', async () => {
  const slots = createWorkSlots({ most: 2, mostOfOne: 1 });
  const { work, ends } = works();
  const mine = [slots.run('a', work), slots.run('a', work)];
  const other = slots.run('b', work);
  await setImmediate();
  expect([ends.length, slots.count()]).toEqual([2, { running: 2, waiting: 1 }]);
  ends[1]?.();
  await other;
  expect(slots.count()).toEqual({ running: 1, waiting: 1 });
  ends[0]?.();
  await setImmediate();
  ends[2]?.();
  await Promise.all(mine);
  expect(slots.count()).toEqual({ running: 0, waiting: 0 });
});

test('who waits too long is told so and is no more in line', async () => {
  const slots = createWorkSlots({ most: 1, waitMs: 0 });
  const { work, ends } = works();
  const first = slots.run('a', work);
  await expect(slots.run('b', work)).rejects.toMatchObject({ code: 'work.busy' });
  expect(slots.count()).toEqual({ running: 1, waiting: 0 });
  ends[0]?.();
  await first;
});

test('a work that fails gives its place back', async () => {
  const slots = createWorkSlots();
  await expect(slots.run('a', () => Promise.reject(new Error('hỏng')))).rejects.toThrow('hỏng');
  expect(slots.count().running).toBe(0);
});

test('an answer sent piece by piece keeps its place until its last byte is taken, or its reader goes', async () => {
  const slots = createWorkSlots();
  const [whole, left] = [piecemeal(), piecemeal()];
  const taken = await slots.run('a', async () => whole.response);
  const gone = await slots.run('a', async () => left.response);
  expect([slots.count().running, taken.headers.get('content-type')]).toEqual([2, 'text/csv']);
  whole.more();
  expect(await taken.text()).toBe('một hai');
  expect(slots.count().running).toBe(1);
  await gone.body?.cancel();
  expect([slots.count().running, left.isGivenUp()]).toEqual([0, true]);
});

test('a reader that takes nothing any more loses its place', async () => {
  const slots = createWorkSlots({ stalledMs: 1 });
  const { response, isGivenUp } = piecemeal();
  const answer = await slots.run('a', async () => response);
  const reader = answer.body?.getReader();
  await reader?.read();
  await vi.waitFor(() => expect([slots.count().running, isGivenUp()]).toEqual([0, true]));
  await expect(reader?.read()).rejects.toThrow('nobody reads');
});
