import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { SessionLine } from '#wire/session-line.ts';
import { browserOf } from '../../server/routes/browser-of.ts';
import { cookieOf, JSON_TYPE } from './sign-in.ts';
import { type As, NOW, PASSWORD, type TestServer, testServer } from './test-server.ts';

const MINUTE = 60_000;
const CHROME =
  'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/142.0.0.0 Safari/537.36';
const FIREFOX = 'Mozilla/5.0 (X11; Linux x86_64; rv:145.0) Gecko/20100101 Firefox/145.0';
let server: TestServer;

beforeAll(async () => {
  server = await testServer();
});
afterAll(() => server.close());
beforeEach(async () => {
  server.clock.now = NOW;
  await server.db.run("delete from sessions where login = 'viewer'");
});

const after = (minutes: number) => {
  server.clock.now = new Date(NOW.getTime() + minutes * MINUTE);
};
async function enter(userAgent = CHROME, login = 'viewer'): Promise<As> {
  const { status, headers, body } = await server.request<{ csrf: string }>(
    'POST',
    '/v1/session',
    { tenant: 'mau', login, password: PASSWORD },
    { ...JSON_TYPE, 'user-agent': userAgent },
  );
  expect(status).toBe(201);
  return { ...cookieOf(headers), 'x-dvc-csrf': body.csrf };
}
const list = async (as: As) =>
  (await server.request<{ sessions: SessionLine[] }>('GET', '/v1/sessions', undefined, as)).body.sessions;
const statusOf = async (as: As) => (await server.request('GET', '/v1/session', undefined, as)).status;

test('somebody sees his own sessions, with the browser in two words and no more of it', async () => {
  const here = await enter();
  after(10);
  await enter(FIREFOX);
  await enter(CHROME, 'reviewer');
  after(11);
  const sessions = await list(here);
  expect(sessions.map(({ here, browser, system, by }) => ({ here, browser, system, by }))).toEqual([
    { here: true, browser: 'chrome', system: 'windows', by: 'password' },
    { here: false, browser: 'firefox', system: 'linux', by: 'password' },
  ]);
  expect(sessions[0]).toMatchObject({ startedAt: NOW.toISOString(), session: expect.stringMatching(/^[0-9a-f]{16}$/) });
  const [row] = await server.db.all<object>("select * from sessions where login = 'viewer' and browser like 'chrome%'");
  expect(JSON.stringify(row)).not.toContain('Mozilla');
  const minute = (n: number) => new Date(NOW.getTime() + n * MINUTE).toISOString();
  expect(sessions.map(({ usedAt }) => usedAt)).toEqual([minute(11), minute(10)]);
});

test('ends one of them, or all but the one he is in, and nobody else’s', async () => {
  const [here, second, third] = [await enter(), await enter(FIREFOX), await enter()];
  const other = await enter(CHROME, 'reviewer');
  const [foreign] = await list(other);
  const refused = await server.request<{ code: string }>('DELETE', `/v1/sessions/${foreign?.session}`, undefined, here);
  expect([refused.status, refused.body.code, await statusOf(other)]).toEqual([404, 'session.unknown', 200]);
  const firefox = (await list(here)).find(({ browser }) => browser === 'firefox');
  expect((await server.request('DELETE', `/v1/sessions/${firefox?.session}`, undefined, here)).status).toBe(204);
  expect([await statusOf(here), await statusOf(second), await statusOf(third)]).toEqual([200, 401, 200]);
  expect((await server.request('DELETE', '/v1/sessions', undefined, here)).status).toBe(204);
  expect([await statusOf(here), await statusOf(third), await statusOf(other)]).toEqual([200, 401, 200]);
});

test('a session ends after an hour without use, and after twelve hours whatever its use', async () => {
  const [used, left] = [await enter(), await enter(FIREFOX)];
  for (let minutes = 50; minutes <= 700; minutes += 50) {
    after(minutes);
    expect(await statusOf(used), `${minutes} minutes`).toBe(200);
  }
  expect(await statusOf(left)).toBe(401);
  expect((await list(used)).length).toBe(1);
  after(721);
  expect(await statusOf(used)).toBe(401);
});

describe('the province admin', () => {
  const admin = () => server.credentials.mau['province-admin'];
  const acts = async () =>
    (
      await server.db.all<{ action: string }>("select action from audit where tenant = 'mau' order by seq desc limit 1")
    )[0]?.action;

  test('signs an account out everywhere, which is written down; another province’s account is out of reach', async () => {
    const here = await enter();
    expect((await server.request('DELETE', '/v1/users/viewer/sessions', undefined, admin())).status).toBe(204);
    expect([await statusOf(here), await acts()]).toEqual([401, 'user.sign-out']);
    const stranger = server.credentials.kia['province-admin'];
    const again = await enter();
    await server.request('DELETE', '/v1/users/viewer/sessions', undefined, stranger);
    expect(await statusOf(again)).toBe(200);
    const none = await server.request<{ code: string }>('DELETE', '/v1/users/khong-co/sessions', undefined, admin());
    expect([none.status, none.body.code]).toEqual([404, 'user.unknown']);
  });

  test('ends them also by another role and by deactivating', async () => {
    const first = await enter();
    await server.request('PUT', '/v1/users/viewer', { role: 'reviewer', unit: null }, { ...JSON_TYPE, ...admin() });
    expect(await statusOf(first)).toBe(401);
    const second = await enter();
    await server.request('DELETE', '/v1/users/viewer', undefined, admin());
    expect(await statusOf(second)).toBe(401);
    await server.db.run("update users set active = 1, role = 'viewer' where tenant = 'mau' and login = 'viewer'");
  });
});

test('browsers are told by family alone', () => {
  for (const [userAgent, family] of [
    [CHROME, 'chrome/windows'],
    [FIREFOX, 'firefox/linux'],
    [`${CHROME} Edg/142.0.0.0`, 'edge/windows'],
    ['Mozilla/5.0 (Windows NT 10.0) coc_coc_browser/120 Chrome/114 Safari/537.36', 'coccoc/windows'],
    ['Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) Version/18.0 Mobile/15E148 Safari/604.1', 'safari/ios'],
    ['Mozilla/5.0 (Linux; Android 15) Chrome/142.0.0.0 Mobile Safari/537.36', 'chrome/android'],
    ['curl/8', 'other/other'],
    [undefined, 'other/other'],
  ] as const)
    expect(browserOf(userAgent)).toBe(family);
});
