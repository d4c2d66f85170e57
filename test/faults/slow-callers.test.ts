import { once } from 'node:events';
import { connect } from 'node:net';
import { Hono } from 'hono';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Listening, listen } from '../../server/listen.ts';

let server: Listening;
beforeAll(async () => {
  const app = new Hono();
  app.all('/quick', (c) => c.text('xong'));
  server = await listen(app, { host: '127.0.0.1', port: 0, baseUrl: null });
});
afterAll(() => server.close());

/** Sends a letter a second after `begin` until the other side ends the connection. */
async function drip(begin: string): Promise<string> {
  const socket = connect(server.port, '127.0.0.1');
  let text = '';
  socket.on('data', (piece) => {
    text += piece;
  });
  // Written to after it was cut.
  socket.on('error', () => {});
  socket.write(begin);
  const next = setInterval(() => socket.write('x'), 1_000);
  await once(socket, 'close');
  clearInterval(next);
  return text;
}

test('headers that drip in are cut', async () => {
  expect(await drip('GET /quick HTTP/1.1\r\nHost: x\r\nX-Slow: ')).toMatch(/^HTTP\/1\.1 408|^$/);
});

test('a body nobody reads holds the connection no longer than its answer', async () => {
  for (const method of ['GET', 'POST'])
    expect(await drip(`${method} /quick HTTP/1.1\r\nHost: x\r\nContent-Length: 1000000\r\n\r\n`)).toContain('xong');
});
