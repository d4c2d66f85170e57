import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Invitation } from '#wire/invitation.ts';
import type { Problem } from '#wire/problem.ts';
import { createCallLimit } from '../../server/call-limit.ts';
import { NOW, responseOf, type TestServer, testServer } from './test-server.ts';

let server: TestServer;
beforeEach(async () => {
  server = await testServer();
});
afterEach(() => server.close());

const invite = (n: number, as = server.credentials.mau.portal) =>
  server.request<Invitation & Problem>(
    'POST',
    '/v1/invitations',
    { dossier: `H99.01-261110-${n}`, unit: 'so-a', stage: 'returned' },
    as,
  );

/** Uses up what one address may send in a minute but for `left`. */
async function exhaust(left: number): Promise<void> {
  await server.request(
    'POST',
    '/v1/responses',
    Array.from({ length: 500 }, () => null),
  );
  await server.request(
    'POST',
    '/v1/responses',
    Array.from({ length: 100 - left }, () => null),
  );
}

describe('responses from one address', () => {
  test('are 600 a minute, each of a batch counted; then the sender is told how long to wait, also across origins', async () => {
    await exhaust(1);
    expect((await server.request('POST', '/v1/responses', responseOf(1))).status).toBe(201);
    const origin = 'https://cong.example.gov.vn';
    const { status, body, headers } = await server.request<Problem>('POST', '/v1/responses', responseOf(2), { origin });
    expect([status, body.code]).toEqual([429, 'busy']);
    expect(body.message).toContain('Đang có nhiều người gửi.');
    const wait = Number(headers.get('retry-after'));
    expect(wait).toBeGreaterThan(0);
    expect(wait).toBeLessThanOrEqual(60);
    expect(headers.get('access-control-allow-origin')).toBe(origin);
    expect(headers.get('access-control-expose-headers')).toBe('retry-after');
  });

  test('leave other addresses alone', async () => {
    const limit = createCallLimit({ behindProxy: true });
    const from = (address: string) =>
      ({ env: undefined, req: { header: () => address } }) as unknown as Parameters<typeof limit.responses>[0];
    await limit.responses(from('203.0.113.7'), 600);
    await expect(limit.responses(from('203.0.113.7'))).rejects.toMatchObject({ status: 429, code: 'busy' });
    await limit.responses(from('203.0.113.8'));
  });
});

describe('one link', () => {
  test('is used 30 times a minute, and another link goes on', async () => {
    const { body: one } = await invite(1);
    const { body: other } = await invite(2);
    for (let n = 0; n < 30; n += 1) expect((await server.request('GET', `/k/${one.token}`)).status).toBe(200);
    const answer = { ...responseOf(1), procedure: undefined, token: one.token };
    expect((await server.request<Problem>('POST', '/v1/responses', answer)).body.code).toBe('busy');
    const page = await server.request('GET', `/k/${one.token}`);
    expect([page.status, page.text.includes('Đang có nhiều lượt mở từ nơi này.')]).toEqual([429, true]);
    expect(Number(page.headers.get('retry-after'))).toBeGreaterThan(0);
    expect((await server.request('GET', `/k/${other.token}`)).status).toBe(200);
  });

  test('keeps the answers on the page when its sender has to wait', async () => {
    const { body } = await invite(1);
    const { text } = await server.request('GET', `/k/${body.token}`);
    const id = /name="id" value="([^"]+)"/.exec(text)?.[1] ?? '';
    await exhaust(0);
    const form = new URLSearchParams({ id, overall: 's2', comment: 'Chờ lâu.' }).toString();
    const kept = await server.request('POST', `/k/${body.token}`, form);
    expect(kept.status).toBe(429);
    expect(kept.text).toContain('value="s2" checked');
    expect(kept.text).toContain('Chờ lâu.');
    expect(Number(kept.headers.get('retry-after'))).toBeGreaterThan(0);
  });
});

test('look-ups by receipt are 30 a minute from one address, whichever way they come', async () => {
  for (let n = 0; n < 29; n += 1) expect((await server.request('GET', '/v1/receipts/AAAAAAAAAA')).status).toBe(404);
  expect((await server.request('GET', '/cong-khai/mau/phieu?ma=AAAAAAAAAA')).status).toBe(404);
  const { status, body } = await server.request<Problem>('GET', '/v1/receipts/AAAAAAAAAA');
  expect([status, body.code]).toEqual([429, 'busy']);
  const page = await server.request('GET', '/cong-khai/mau/phieu?ma=AAAAAAAAAA');
  expect([page.status, page.text.includes('rồi tra cứu lại.')]).toEqual([429, true]);
});

describe('links made with one key', () => {
  test('are 5.000 a day in Viet Nam, counted for each key and kept over a restart', async () => {
    expect((await invite(1)).status).toBe(201);
    const [counter] = await server.db.all("select name, next from sequences where name like 'invitations/%'");
    expect(counter).toEqual({ name: 'invitations/portal:cong/2026-11-10', next: 1 });
    await server.db.run("update sequences set next = 4999 where name like 'invitations/%'");
    expect((await invite(2)).status).toBe(201);
    const { status, body, headers } = await invite(3);
    expect([status, body.code]).toEqual([429, 'busy']);
    expect(body.message).toContain('đã cấp đủ 5.000 đường dẫn trong ngày 10/11/2026');
    // It is 09:00; 15 hours are left of the day.
    expect(headers.get('retry-after')).toBe(String(15 * 3600));
    expect((await invite(4, server.credentials.mau.officer)).status).toBe(201);
    server.clock.now = new Date(NOW.getTime() + 15 * 3_600_000);
    expect((await invite(5)).status).toBe(201);
  });
});
