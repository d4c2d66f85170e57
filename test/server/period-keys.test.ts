import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { PeriodKeysView } from '#wire/period-key.ts';
import { responseOf, type TestServer, testServer } from './test-server.ts';

let server: TestServer;
beforeAll(async () => {
  server = await testServer();
});
afterAll(() => server.close());

const look = async () => {
  const as = server.credentials.mau['province-admin'];
  return (await server.request<PeriodKeysView>('GET', '/v1/period-keys', undefined, as)).body;
};

it('has no key before the first answer, then the right one, and says when it is gone; no key is shown', async () => {
  expect(await look()).toEqual({
    keys: [{ period: '2026-q4', label: 'Quý IV/2026', state: 'none' }],
    backedUpAt: null,
  });
  const { portal } = server.credentials.mau;
  const body = { dossier: 'H99.01-261110-1', unit: 'so-a', stage: 'returned' };
  const { token } = (await server.request<{ token: string }>('POST', '/v1/invitations', body, portal)).body;
  expect((await server.request('POST', '/v1/responses', responseOf(1, { token }))).status).toBe(201);
  const there = await look();
  expect(there.keys[0]?.state).toBe('there');
  expect(Object.keys(there.keys[0] ?? {})).toEqual(['period', 'label', 'state']);
  rmSync(join(server.folder, 'keys'), { recursive: true });
  expect((await look()).keys[0]?.state).toBe('lost');
});
