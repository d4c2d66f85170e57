import { Secret, TOTP } from 'otpauth';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import type { Session } from '#wire/access.ts';
import { createApp } from '../../server/app.ts';
import { createSingleSignOn } from '../../server/single-sign-on.ts';
import { isOvertaken } from '../../server/store/overtaken.ts';
import { beginStep, confirmStep } from '../../server/store/second-steps.ts';
import { bindSubject, holdBound } from '../../server/store/sso.ts';
import { comeBack, openProvider } from './oidc-provider.ts';
import { JSON_TYPE } from './sign-in.ts';
import { NOW, type TestServer, testServer } from './test-server.ts';

const SECRET = 'JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP';
let server: TestServer;
let app: ReturnType<typeof createApp>;
let provider: Awaited<ReturnType<typeof openProvider>>;
let who = '';

beforeAll(async () => {
  server = await testServer();
  provider = await openProvider({ ke: 'province-admin', chu: 'province-admin', xem: 'viewer' }, () => who);
  app = createApp({ ...server.services, sso: createSingleSignOn(provider.settings(), provider.guard()) });
});
beforeEach(async () => {
  server.clock.now = NOW;
  for (const table of ['second_steps', 'sso_subjects', 'sign_in_tries']) await server.db.run(`delete from ${table}`);
});
afterAll(async () => {
  await provider.close();
  await server.close();
});

async function throughProvider() {
  const { back, kept } = await provider.throughProvider(app);
  const answer = await comeBack(app, back, kept);
  const cookies = answer.headers.getSetCookie().map((one) => one.split(';')[0] ?? '');
  const of = (name: string) => cookies.find((one) => one.startsWith(`${name}=`) && one.length > name.length + 1);
  const location = answer.headers.get('location');
  return {
    status: answer.status,
    location,
    text: await answer.text(),
    code: of('dvc_sso_code'),
    session: of('dvc_session'),
  };
}
const enrol = (login: string) =>
  server.db.batch([
    beginStep(server.services.peopleKeys, 'mau', login, SECRET, NOW),
    ...confirmStep('mau', login, [], NOW),
  ]);
const codeNow = () =>
  new TOTP({ secret: Secret.fromBase32(SECRET) }).generate({ timestamp: server.clock.now.getTime() });
async function sendCode(code: string, cookie = '') {
  const body = JSON.stringify({ code });
  const headers = { ...JSON_TYPE, 'content-length': String(Buffer.byteLength(body)), cookie };
  const answer = await app.request('/v1/sso/code', { method: 'POST', body, headers });
  return { status: answer.status, body: (await answer.json()) as Partial<Session> & { code?: string } };
}
const bound = () => server.db.all<{ subject: string }>('select subject from sso_subjects');

test('whoever can call himself the admin at the provider does not become the admin here', async () => {
  who = 'ke';
  const without = await throughProvider();
  expect([without.status, without.session, await bound()]).toEqual([403, undefined, []]);
  expect(without.text).toContain('cần bật mã hai bước');
  await enrol('province-admin');
  const asked = await throughProvider();
  expect([asked.status, asked.location, asked.session]).toEqual([302, '/admin/#/dang-nhap/mau/ma', undefined]);
  expect((await sendCode('000000', asked.code)).body.code).toBe('code.wrong');
  expect(await bound(), 'nothing is bound before the code').toEqual([]);
});

test('the admin proves the account by its second step once, is bound, and is asked for a code from then on', async () => {
  who = 'chu';
  await enrol('province-admin');
  const first = await throughProvider();
  const entered = await sendCode(codeNow(), first.code);
  expect([entered.status, entered.body.login, entered.body.role]).toEqual([201, 'province-admin', 'province-admin']);
  expect(await bound()).toEqual([{ subject: 'chu' }]);
  expect((await throughProvider()).location).toBe('/admin/#/dang-nhap/mau/ma');
});

test('whoever is unbound, or has his second step taken, while he is asked for the code does not come in with it', async () => {
  who = 'xem';
  await enrol('viewer');
  expect((await sendCode(codeNow(), (await throughProvider()).code)).status).toBe(201);
  const admin = server.credentials.mau['province-admin'];
  const act = async (what: string) =>
    expect((await server.request('DELETE', `/v1/users/viewer/${what}`, undefined, admin)).status).toBe(204);
  const later = () => {
    server.clock.now = new Date(server.clock.now.getTime() + 60_000);
  };
  later();
  const unbound = await throughProvider();
  await act('sso');
  expect((await sendCode(codeNow(), unbound.code)).body.code).toBe('sso.unknown');
  expect(await bound(), 'nor is he bound by it again').toEqual([]);
  later();
  const reset = await throughProvider();
  await act('second-step');
  expect((await sendCode('000000', reset.code)).body.code).toBe('sso.state');
  expect(await bound()).toEqual([]);
  who = 'ke';
  await enrol('province-admin');
  const admins = await throughProvider();
  await server.db.run("delete from second_steps where login = 'province-admin'");
  expect((await sendCode('000000', admins.code)).body.code).toBe('sso.state');
  expect(await bound(), 'of an admin least of all').toEqual([]);
});

test('what was proved at the provider opens nothing without it, altered, after ten minutes, or with a code that was used', async () => {
  who = 'xem';
  await enrol('viewer');
  const { code = '' } = await throughProvider();
  for (const cookie of ['', `${code.slice(0, -4)}AAAA`, code.replace('=1.', '=2.')])
    expect((await sendCode(codeNow(), cookie)).body.code, cookie).toBe('sso.state');
  const used = codeNow();
  expect((await sendCode(used, code)).status).toBe(201);
  expect((await sendCode(used, code)).body.code).toBe('code.wrong');
  server.clock.now = new Date(NOW.getTime() + 11 * 60_000);
  expect((await sendCode(codeNow(), code)).body.code).toBe('sso.state');
});

test('a session begins only while the account is active and bound to who came', async () => {
  const [login, issuer] = ['viewer', provider.issuer];
  const falls = (subject: string) =>
    server.db.batch([holdBound('mau', { login, issuer, subject })]).then(
      () => false,
      (error: unknown) => isOvertaken(error, 'users.active'),
    );
  await server.db.batch([bindSubject('mau', issuer, 'xem', login, NOW)]);
  expect([await falls('xem'), await falls('ke')]).toEqual([false, true]);
  await server.db.run("update users set active = 0 where tenant = 'mau' and login = 'viewer'", []);
  expect(await falls('xem')).toBe(true);
  await server.db.run("update users set active = 1 where tenant = 'mau' and login = 'viewer'", []);
});
