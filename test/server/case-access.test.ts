import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { CaseList } from '#wire/case.ts';
import type { Problem } from '#wire/problem.ts';
import { caseCalls, DUE, HARASSED } from './case-calls.ts';
import { signIn } from './sign-in.ts';
import { NOW, type TestServer, testServer } from './test-server.ts';

let server: TestServer;
beforeAll(async () => {
  server = await testServer();
});
beforeEach(() => {
  server.clock.now = NOW;
});
afterAll(() => server.close());

const { act, ask, get, list, newest } = caseCalls(() => server);

describe('who reads a case', () => {
  test('harassment and money: the inspector alone; the province sees that it exists and when it is due', async () => {
    for (const answers of [HARASSED, { overall: 's2', qe: 'cost' }, { overall: 's2', qe: 'both' }]) {
      await ask({ answers: { ...answers } });
      const { id } = await newest('inspector');
      for (const role of ['province-admin', 'reviewer'] as const) {
        expect((await get<Problem>(`/v1/cases/${id}`, role)).body.code).toBe('case.unknown');
        expect((await act(id, 'take', { revision: 0 }, role)).status).toBe(404);
        expect((await list(role)).cases.map((it) => it.id)).not.toContain(id);
      }
      const withheld = (await list('province-admin', '?withheld=1')).cases.find((it) => it.id === id);
      expect(withheld).toMatchObject({
        due: DUE,
        withheld: true,
        unit: null,
        unitName: null,
        topic: null,
        owner: null,
      });
      // Nobody else sees even that.
      expect((await list('reviewer', '?withheld=1')).cases.map((it) => it.id)).not.toContain(id);
    }
  });

  test('all others: the province and its reviewers, not the inspector, nobody of a unit', async () => {
    await ask();
    const { id } = await newest('reviewer');
    expect((await get<Problem>(`/v1/cases/${id}`, 'inspector')).status).toBe(404);
    for (const role of ['unit-admin', 'viewer'] as const)
      for (const path of ['/v1/cases', `/v1/cases/${id}`]) expect((await get<Problem>(path, role)).status).toBe(403);
    await server.db.run("update users set unit = 'so-a' where tenant = 'mau' and role = 'reviewer'");
    expect((await get<Problem>(`/v1/cases/${id}`, 'reviewer')).body.code).toBe('scope.denied');
    await server.db.run("update users set unit = null where tenant = 'mau' and role = 'reviewer'");
  });

  test('each time an entry in the log, without what was read', async () => {
    await ask();
    const { id } = await newest('province-admin');
    const entries = await server.db.all<{ actor: string; detail: string }>(
      "select actor, detail from audit where tenant = 'mau' and action = 'case.read' and subject = ?",
      [id],
    );
    expect(entries).toEqual([{ actor: 'user:province-admin', detail: '{}' }]);
  });
});

test('an inspector belongs to the whole province, signs in and finds the cases of the inspectorate', async () => {
  const admin = server.credentials.mau['province-admin'];
  const account = { login: 'thanh-tra', password: 'một mật khẩu đủ dài', role: 'inspector' };
  const bound = await server.request<Problem>('POST', '/v1/users', { ...account, unit: 'so-a' }, admin);
  expect([bound.status, bound.body.issues?.[0]?.path]).toEqual([422, 'unit']);
  expect((await server.request('POST', '/v1/users', { ...account, unit: null }, admin)).status).toBe(201);
  const inspector = await signIn(server, account.login, account.password);
  const { body } = await server.request<CaseList>('GET', '/v1/cases', undefined, inspector);
  expect(body.cases.map((it) => it.topic)).toContain('harassment');
  expect((await server.request('GET', '/v1/periods/2026-q4/results', undefined, inspector)).status).toBe(403);
});
