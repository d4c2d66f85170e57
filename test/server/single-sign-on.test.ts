import { decodeJwt, exportJWK, generateKeyPair, importJWK, type JWK, SignJWT } from 'jose';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import type { User } from '#wire/user.ts';
import { createApp } from '../../server/app.ts';
import { createGuardedFetch } from '../../server/guarded-fetch.ts';
import { createSingleSignOn } from '../../server/single-sign-on.ts';
import { openProvider, comeBack as returnTo } from './oidc-provider.ts';
import { signIn } from './sign-in.ts';
import { NOW, type TestServer, testServer } from './test-server.ts';

/** What the people of the provider's side have for a login. */
const PEOPLE = { 'sub-1': 'viewer', 'sub-2': 'nguoi-la', 'sub-3': 'viewer' };
let server: TestServer;
let app: ReturnType<typeof createApp>;
let provider: Awaited<ReturnType<typeof openProvider>>;
let who = 'sub-1';

const appWith = (sso: ReturnType<typeof createSingleSignOn>) => createApp({ ...server.services, sso });

beforeAll(async () => {
  server = await testServer();
  provider = await openProvider(PEOPLE, () => who);
  app = appWith(createSingleSignOn(provider.settings(), provider.guard()));
});
beforeEach(() => {
  who = 'sub-1';
  server.clock.now = NOW;
});
afterAll(async () => {
  await provider.close();
  await server.close();
});

const throughProvider = (change?: (url: URL) => void) => provider.throughProvider(app, change);
const comeBack = (back: URL | null, kept: string, to = app) => returnTo(to, back, kept);
const sessionOf = async (answer: Response) => {
  const cookie =
    answer.headers
      .getSetCookie()
      .find((one) => one.startsWith('dvc_session='))
      ?.split(';')[0] ?? '';
  return app.request('/v1/session', { headers: { cookie } });
};
async function expectPage(answer: Response, status: number, sentence: RegExp) {
  const page = await answer.text();
  expect([answer.status, page], page).toEqual([status, expect.stringMatching(sentence)]);
  expect(answer.headers.getSetCookie().some((one) => one.startsWith('dvc_session='))).toBe(false);
}

test('signs in the account of the login claim, binds the subject once and asks by code, PKCE, state and nonce', async () => {
  const { asked, kept, back } = await throughProvider();
  expect(Object.fromEntries(asked.searchParams)).toMatchObject({
    ...{ response_type: 'code', code_challenge_method: 'S256', client_id: 'danhgia' },
    redirect_uri: 'http://127.0.0.1:8787/v1/sso/return',
    ...{ state: expect.any(String), nonce: expect.any(String) },
  });
  const answer = await comeBack(back, kept);
  expect([answer.status, answer.headers.get('location')]).toEqual([302, '/admin/']);
  expect(await (await sessionOf(answer)).json()).toMatchObject({ tenant: 'mau', login: 'viewer', role: 'viewer' });
  const bound = await server.db.all('select tenant, issuer, subject, login from sso_subjects');
  expect(bound).toEqual([{ tenant: 'mau', issuer: provider.issuer, subject: 'sub-1', login: 'viewer' }]);
});

test('the same return opens nothing a second time, nor in another browser, nor after ten minutes', async () => {
  const first = await throughProvider();
  expect((await comeBack(first.back, first.kept)).headers.get('location')).toBe('/admin/');
  await expectPage(await comeBack(first.back, first.kept), 400, /đã dùng/);
  const second = await throughProvider();
  await expectPage(await comeBack(second.back, first.kept), 400, /trình duyệt khác/);
  await expectPage(await comeBack(second.back, ''), 400, /trình duyệt khác/);
  server.clock.now = new Date(NOW.getTime() + 11 * 60_000);
  await expectPage(await comeBack(second.back, second.kept), 400, /quá 10 phút/);
});

test('an identity with the nonce of another sign-in is refused, and the provider sends nobody to another address', async () => {
  const nonce = await throughProvider((url) => url.searchParams.set('nonce', 'cua-nguoi-khac'));
  await expectPage(await comeBack(nonce.back, nonce.kept), 401, /không hợp lệ/);
  const elsewhere = await throughProvider((url) => url.searchParams.set('redirect_uri', 'https://ke-gian.example/'));
  expect([elsewhere.status, elsewhere.back]).toEqual([400, null]);
});

/** The provider's own answer, its identity changed and signed anew. */
const changing =
  (
    more: Record<string, unknown>,
    signer: () => Promise<JWK> = async () => provider.key,
  ): ReturnType<typeof createGuardedFetch> =>
  async (url, asked) => {
    const answer = await provider.guard()(url, asked);
    if (!url.endsWith('/token')) return answer;
    const body = JSON.parse(answer.text);
    const claims = { ...decodeJwt(body.id_token), ...more };
    const signed = new SignJWT(claims).setProtectedHeader({ alg: 'RS256', kid: 'mot' });
    body.id_token = await signed.sign(await importJWK(await signer(), 'RS256'));
    return { ...answer, text: JSON.stringify(body) };
  };
const strangerKey = async () => exportJWK((await generateKeyPair('RS256', { extractable: true })).privateKey);

test('an identity for another client, of another issuer, out of time or signed by another key is refused; one signed anew is not', async () => {
  const past = Math.floor(Date.now() / 1000) - 3600;
  for (const [more, signer, sentence] of [
    [{ aud: 'may-khac' }, undefined, /không hợp lệ/],
    [{ iss: 'https://noi-khac.example' }, undefined, /không hợp lệ/],
    [{ exp: past }, undefined, /hết hạn/],
    [{}, strangerKey, /không hợp lệ/],
  ] as const) {
    const { back, kept } = await throughProvider();
    const to = appWith(createSingleSignOn(provider.settings(), changing(more, signer)));
    await expectPage(await comeBack(back, kept, to), 401, sentence);
  }
  const { back, kept } = await throughProvider();
  const to = appWith(createSingleSignOn(provider.settings(), changing({})));
  expect((await comeBack(back, kept, to)).headers.get('location')).toBe('/admin/');
});

test('an address stands for a login only where the provider says that its owner proved it', async () => {
  await server.db.run("delete from sso_subjects where tenant = 'mau'", []);
  const byAddress = appWith(createSingleSignOn(provider.settings({ loginClaim: 'email' }), provider.guard()));
  who = 'sub-3';
  const typed = await provider.throughProvider(byAddress);
  await expectPage(await comeBack(typed.back, typed.kept, byAddress), 403, /chưa được cấp quyền/);
  who = 'sub-1';
  const proved = await provider.throughProvider(byAddress);
  expect((await comeBack(proved.back, proved.kept, byAddress)).headers.get('location')).toBe('/admin/');
});

test('people the province made no account for, deactivated ones and a second owner of a login stay outside', async () => {
  who = 'sub-2';
  const stranger = await throughProvider();
  await expectPage(await comeBack(stranger.back, stranger.kept), 403, /chưa được cấp quyền/);
  who = 'sub-3';
  const second = await throughProvider();
  await expectPage(await comeBack(second.back, second.kept), 403, /chưa được cấp quyền/);
  await server.db.run("update users set active = 0 where tenant = 'mau' and login = 'viewer'", []);
  who = 'sub-1';
  const ended = await throughProvider();
  await expectPage(await comeBack(ended.back, ended.kept), 403, /đã ngừng/);
  await server.db.run("update users set active = 1 where tenant = 'mau' and login = 'viewer'", []);
});

test('an account bound to the wrong person is unbound: he is out at once, and the owner of the login comes in', async () => {
  await server.db.run("delete from sso_subjects where tenant = 'mau'", []);
  const admin = await signIn(server, 'province-admin');
  const bound = async () => {
    const { body } = await server.request<{ users: User[] }>('GET', '/v1/users', undefined, admin);
    return body.users.filter(({ sso }) => sso).map(({ login }) => login);
  };
  const unbind = (login: string) => server.request('DELETE', `/v1/users/${login}/sso`, undefined, admin);
  who = 'sub-3';
  const wrong = await throughProvider();
  const his = await comeBack(wrong.back, wrong.kept);
  expect([(await sessionOf(his)).status, await bound()]).toEqual([200, ['viewer']]);
  expect((await unbind('khong-co')).status).toBe(404);
  expect((await unbind('viewer')).status).toBe(204);
  expect([(await sessionOf(his)).status, await bound()]).toEqual([401, []]);
  who = 'sub-1';
  const owner = await throughProvider();
  expect((await sessionOf(await comeBack(owner.back, owner.kept))).status).toBe(200);
  who = 'sub-3';
  const again = await throughProvider();
  await expectPage(await comeBack(again.back, again.kept), 403, /chưa được cấp quyền/);
  const entries = await server.db.all(
    "select actor, subject from audit where tenant = 'mau' and action = 'sso.unbind'",
  );
  expect(entries).toEqual([{ actor: 'user:province-admin', subject: 'viewer' }]);
});

test('an account that is ended is bound to nobody any more', async () => {
  const admin = await signIn(server, 'province-admin');
  expect((await server.request('DELETE', '/v1/users/viewer', undefined, admin)).status).toBe(204);
  expect(await server.db.all("select subject from sso_subjects where tenant = 'mau'")).toEqual([]);
  await server.db.run("update users set active = 1 where tenant = 'mau' and login = 'viewer'", []);
});

test('whoever stops at the provider is told so', async () => {
  who = '';
  const { back, kept } = await throughProvider();
  await expectPage(await comeBack(back, kept), 403, /Bạn đã dừng/);
});

test('a provider in a private network nobody listed, or one that is down, is not reached and the password is offered', async () => {
  for (const [fetch, at] of [
    [createGuardedFetch({ ca: provider.tls.cert }), provider.issuer],
    [provider.guard(), 'https://127.0.0.1:1'],
  ] as const) {
    const answer = await appWith(createSingleSignOn(provider.settings({ issuer: at }), fetch)).request('/v1/sso/start');
    await expectPage(answer, 503, /đăng nhập bằng mật khẩu/);
  }
});
