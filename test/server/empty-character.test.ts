import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Problem } from '#wire/problem.ts';
import { outcomesOf } from './outcomes.ts';
import { idOf, responseOf, type TestServer, testServer } from './test-server.ts';

/** PostgreSQL keeps no U+0000. It is refused in words at every door, on both engines alike. */
let server: TestServer;
beforeAll(async () => {
  server = await testServer();
});
afterAll(() => server.close());

const count = async () => (await server.db.all<{ n: number }>('select count(*) as n from responses'))[0]?.n;

test('an address with it is one nobody serves', async () => {
  const as = server.credentials.mau['province-admin'];
  for (const path of ['/v1/periods/%00/units/so-a', '/v1/search?q=a%00', '/cong-khai/mau%00', '/v1/search?q=%e1%00'])
    expect((await server.request('GET', path, undefined, as)).status, path).toBe(404);
});

test('a field with it is named, and nothing is stored', async () => {
  const sent = await server.request<Problem>('POST', '/v1/responses', responseOf(1, { comment: 'chờ\u0000lâu' }));
  expect([sent.status, sent.body.code, sent.body.issues]).toEqual([
    422,
    'body.invalid',
    [{ path: 'comment', message: 'có ký tự rỗng (U+0000), gõ lại chữ ấy' }],
  ]);
  expect(await count()).toBe(0);
});

test('of many one with it is refused alone', async () => {
  const many = [responseOf(2), responseOf(3, { comment: '\u0000' }), responseOf(4)];
  expect(await outcomesOf(server, '/v1/responses', many, {})).toEqual(['created', 'body.invalid', 'created']);
  const procedures = ['1.001612', '1.001613'].map((procedure, i) => ({
    ...{ procedure, name: i ? 'Cấp\u0000phép' : 'Cấp phép', sector: null, limitDays: null },
  }));
  const as = server.credentials.mau['province-admin'];
  expect(await outcomesOf(server, '/v1/procedures', procedures, as)).toEqual(['created', 'body.invalid']);
});

test('a form or cookie with it falls over nothing', async () => {
  const { body } = await server.request<{ token: string }>(
    'POST',
    '/v1/invitations',
    { dossier: 'H99.01-261110-0042', unit: 'so-a', procedure: '1.001612', stage: 'returned' },
    server.credentials.mau.portal,
  );
  const form = new URLSearchParams({ id: idOf(9), q1: 'on', comment: 'a\u0000b', overall: 's4' });
  const sent = await server.request('POST', `/k/${body.token}`, `${form}`, {
    'content-type': 'application/x-www-form-urlencoded',
  });
  expect([400, 422]).toContain(sent.status);
  const asked = await server.request('GET', '/v1/units', undefined, { cookie: 'dvc_session=mau%00.ss.x' });
  expect(asked.status).toBe(401);
  expect(await count()).toBe(2);
});
