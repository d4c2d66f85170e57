import { type Context, Hono } from 'hono';
import { describe, expect, test } from 'vitest';
import { clientAddress, clientNetworkOrNull } from '../../server/client-address.ts';
import { Refusal } from '../../server/refusal.ts';
import { createTryLimit } from '../../server/try-limit.ts';

/** Answers with what `ask` finds for a caller at `remote`. */
async function at(remote: string, headers: Record<string, string>, ask: (c: Context) => Response | Promise<Response>) {
  const app = new Hono();
  app.get('/', ask);
  const env = { incoming: { socket: { remoteAddress: remote, remotePort: 1, remoteFamily: 'IPv4' } } };
  const response = await app.request('/', { headers }, env);
  return response.text();
}

describe('where a request comes from', () => {
  const seen = (remote: string, behindProxy = false, forwarded = '') =>
    at(remote, forwarded ? { 'x-forwarded-for': forwarded } : {}, (c) => c.text(clientAddress(c, behindProxy)));

  test('is the socket, whatever a caller writes into X-Forwarded-For', async () => {
    expect(await seen('203.0.113.7', false, '198.51.100.1')).toBe('203.0.113.7');
  });

  test('is the last hop when a proxy of our own wrote it; what stands before it is hearsay', async () => {
    expect(await seen('10.0.0.1', true, '198.51.100.1, 203.0.113.7')).toBe('203.0.113.7');
    expect(await seen('10.0.0.1', true)).toBe('10.0.0.1');
  });

  test('is one IPv4 address however it is written', async () => {
    expect(await seen('::ffff:203.0.113.7')).toBe('203.0.113.7');
  });

  for (const [address, network] of [
    ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2'],
    ['2001:db8:1:2::9', '2001:db8:1:2'],
    ['2001:db8::9', '2001:db8:0:0'],
    ['::1', '0:0:0:0'],
  ])
    test(`is the /64 of ${address}`, async () => {
      expect(await seen(address ?? '')).toBe(network);
    });
});

test('callers are one network to compare only where they are told apart', async () => {
  const told = (remote: string, behindProxy: boolean, forwarded = '') =>
    at(remote, forwarded ? { 'x-forwarded-for': forwarded } : {}, (c) =>
      c.text(clientNetworkOrNull(c, behindProxy) ?? 'not known'),
    );
  expect(await told('203.0.113.7', false)).toBe('203.0.113.7');
  expect(await told('127.0.0.1', true, '203.0.113.7')).toBe('203.0.113.7');
  // A proxy on this computer that the settings do not name; one that does not say whom it speaks for; the computer itself.
  for (const [remote, behindProxy, forwarded] of [
    ['127.0.0.1', false, '203.0.113.7'],
    ['::1', false, ''],
    ['10.0.0.1', true, ''],
    ['10.0.0.1', true, '127.0.0.1'],
  ] as const)
    expect(await told(remote, behindProxy, forwarded)).toBe('not known');
});

describe('tries', () => {
  /** `ok` or the refusal. */
  async function attempt(limit: ReturnType<typeof createTryLimit>, remote: string, right = false) {
    return at(remote, {}, async (c) => {
      try {
        await limit.take(c);
        if (right) await limit.giveBack(c);
        return c.text('ok');
      } catch (error) {
        if (!(error instanceof Refusal)) throw error;
        return c.text(`${error.status} ${error.code}`);
      }
    });
  }

  test('100 wrong ones from one address, on whatever names, end there, and other addresses go on', async () => {
    const limit = createTryLimit({ behindProxy: false });
    for (let n = 0; n < 100; n += 1) expect(await attempt(limit, '203.0.113.7')).toBe('ok');
    expect(await attempt(limit, '203.0.113.7')).toBe('429 tries.many');
    expect(await attempt(limit, '203.0.113.8')).toBe('ok');
  });

  test('right ones do not count: a whole office signs in from one address', async () => {
    const limit = createTryLimit({ behindProxy: false });
    for (let n = 0; n < 300; n += 1) expect(await attempt(limit, '203.0.113.7', true)).toBe('ok');
  });
});
