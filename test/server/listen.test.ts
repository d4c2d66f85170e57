import { Hono } from 'hono';
import { expect, test } from 'vitest';
import { listen } from '../../server/listen.ts';

const ANYWHERE = { host: '127.0.0.1', port: 0, baseUrl: null };

test('a request under way when the server stops is answered, and a kept-alive connection holds nothing up', async () => {
  let arrived = () => {};
  let release = () => {};
  const arrival = new Promise<void>((resolve) => {
    arrived = resolve;
  });
  const app = new Hono();
  app.get('/quick', (c) => c.text('xong'));
  app.get('/slow', async (c) => {
    arrived();
    await new Promise<void>((resolve) => {
      release = resolve;
    });
    return c.text('đã trả lời');
  });
  const server = await listen(app, ANYWHERE);
  await (await fetch(`${server.url}/quick`)).text();
  const slow = fetch(`${server.url}/slow`);
  await arrival;

  let closed = false;
  const closing = server.close().then(() => {
    closed = true;
  });
  await expect(fetch(`${server.url}/quick`)).rejects.toThrow();
  expect(closed).toBe(false);

  release();
  expect(await (await slow).text()).toBe('đã trả lời');
  await closing;
});

test('a taken port and an address that is not ours are told in words', async () => {
  const first = await listen(new Hono(), ANYWHERE);
  await expect(listen(new Hono(), { ...ANYWHERE, port: first.port })).rejects.toThrow(
    `Cổng ${first.port} đang có chương trình khác dùng.`,
  );
  await first.close();
  await expect(listen(new Hono(), { ...ANYWHERE, host: '203.0.113.7' })).rejects.toThrow('Không mở được 203.0.113.7:0');
});
