import { createServer, request } from 'node:https';
import type { AddressInfo } from 'node:net';
import { decodeJwt, exportJWK, generateKeyPair, importJWK, type JWK, SignJWT } from 'jose';
import { Provider } from 'oidc-provider';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { createApp } from '../../server/app.ts';
import { createGuardedFetch } from '../../server/guarded-fetch.ts';
import { createSingleSignOn } from '../../server/single-sign-on.ts';
import { selfSigned } from './https-server.ts';
import { NOW, type TestServer, testServer } from './test-server.ts';

const SECRET = 'bi-mat-cua-bo-thu-0123456789';
/** What the people of the provider's side have for a login. */
const PEOPLE: Record<string, string> = { 'sub-1': 'viewer', 'sub-2': 'nguoi-la', 'sub-3': 'viewer' };
let server: TestServer;
let app: ReturnType<typeof createApp>;
let issuer: string;
let close: () => Promise<void>;
let key: JWK;
let tls: { cert: string; key: string };
let who = 'sub-1';

/** The real provider; whoever comes is `who`, and agrees. */
async function startProvider() {
  const web = createServer(tls);
  await new Promise<void>((done) => web.listen(0, '127.0.0.1', done));
  issuer = `https://127.0.0.1:${(web.address() as AddressInfo).port}`;
  const provider = new Provider(issuer, {
    clients: [
      {
        client_id: 'danhgia',
        client_secret: SECRET,
        redirect_uris: ['http://127.0.0.1:8787/v1/sso/return'],
        grant_types: ['authorization_code'],
        response_types: ['code'],
      },
    ],
    claims: { profile: ['preferred_username'] },
    conformIdTokenClaims: false,
    jwks: { keys: [key] },
    cookies: { keys: ['khoa-cua-bo-thu'] },
    features: { devInteractions: { enabled: false } },
    interactions: { url: (_c: unknown, { uid }: { uid: string }) => `/interaction/${uid}` },
    findAccount: (_c: unknown, sub: string) => ({
      accountId: sub,
      claims: () => ({ sub, preferred_username: PEOPLE[sub] }),
    }),
  });
  const answer = provider.callback();
  web.on('request', async (request, response) => {
    if (!request.url?.startsWith('/interaction/')) return answer(request, response);
    const { params, grantId, prompt } = await provider.interactionDetails(request, response);
    if (who === '') {
      await provider.interactionFinished(
        request,
        response,
        { error: 'access_denied' },
        { mergeWithLastSubmission: false },
      );
      return;
    }
    if (prompt.name === 'login') {
      await provider.interactionFinished(
        request,
        response,
        { login: { accountId: who } },
        { mergeWithLastSubmission: false },
      );
      return;
    }
    const grant = grantId
      ? await provider.Grant.find(grantId)
      : new provider.Grant({ accountId: who, clientId: String(params.client_id) });
    grant?.addOIDCScope('openid profile email');
    await provider.interactionFinished(request, response, { consent: { grantId: await grant?.save() } });
  });
  close = () =>
    new Promise<void>((done) => {
      web.closeAllConnections();
      web.close(() => done());
    });
}

const guard = () => createGuardedFetch({ allowed: ['127.0.0.1'], ca: tls.cert });
const settings = (more = {}) => ({
  ...{ tenant: 'mau', issuer, clientId: 'danhgia', clientSecret: SECRET, loginClaim: 'preferred_username' },
  ...{ addresses: ['127.0.0.1'], caFile: null, ...more },
});
const appWith = (sso: ReturnType<typeof createSingleSignOn>) => createApp({ ...server.services, sso });

beforeAll(async () => {
  server = await testServer();
  tls = selfSigned();
  const pair = await generateKeyPair('RS256', { extractable: true });
  key = { ...(await exportJWK(pair.privateKey)), kid: 'mot', use: 'sig', alg: 'RS256' };
  await startProvider();
  app = appWith(createSingleSignOn(settings(), guard()));
});
beforeEach(() => {
  who = 'sub-1';
  server.clock.now = NOW;
});
afterAll(async () => {
  await close();
  await server.close();
});

/** As a browser does: starts here, follows the provider to its end; the address it is sent back to and what it kept. */
async function throughProvider(change: (url: URL) => void = () => {}) {
  const started = await app.request('/v1/sso/start');
  const kept = started.headers.get('set-cookie')?.split(';')[0] ?? '';
  let next = new URL(started.headers.get('location') ?? '');
  change(next);
  const asked = next;
  const jar = new Map<string, string>();
  for (let step = 0; step < 8 && next.origin === issuer; step++) {
    const cookie = [...jar].map(([name, value]) => `${name}=${value}`).join('; ');
    const { location, cookies, status } = await new Promise<{
      location: string | undefined;
      cookies: string[];
      status: number;
    }>((done, fail) => {
      const asking = request(next, { ca: tls.cert, headers: { cookie }, agent: false }, (response) => {
        response.resume();
        const { location, 'set-cookie': cookies = [] } = response.headers;
        response.on('end', () => done({ location, cookies, status: response.statusCode ?? 0 }));
      });
      asking.on('error', fail);
      asking.end();
    });
    for (const one of cookies) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(one) ?? [];
      jar.set(name, value);
    }
    if (location === undefined) return { asked, kept, status, back: null };
    next = new URL(location, next);
  }
  return { asked, kept, status: 302, back: next };
}
const comeBack = (back: URL | null, kept: string, to = app) =>
  to.request(`${back?.pathname}${back?.search}`, { headers: { cookie: kept } });
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
  expect(bound).toEqual([{ tenant: 'mau', issuer, subject: 'sub-1', login: 'viewer' }]);
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
  (more: Record<string, unknown>, signer: () => Promise<JWK> = async () => key): ReturnType<typeof guard> =>
  async (url, asked) => {
    const answer = await guard()(url, asked);
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
    const to = appWith(createSingleSignOn(settings(), changing(more, signer)));
    await expectPage(await comeBack(back, kept, to), 401, sentence);
  }
  const { back, kept } = await throughProvider();
  const to = appWith(createSingleSignOn(settings(), changing({})));
  expect((await comeBack(back, kept, to)).headers.get('location')).toBe('/admin/');
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

test('whoever stops at the provider is told so', async () => {
  who = '';
  const { back, kept } = await throughProvider();
  await expectPage(await comeBack(back, kept), 403, /Bạn đã dừng/);
});

test('a provider in a private network nobody listed, or one that is down, is not reached and the password is offered', async () => {
  for (const [fetch, at] of [
    [createGuardedFetch({ ca: tls.cert }), issuer],
    [guard(), 'https://127.0.0.1:1'],
  ] as const) {
    const answer = await appWith(createSingleSignOn(settings({ issuer: at }), fetch)).request('/v1/sso/start');
    await expectPage(answer, 503, /đăng nhập bằng mật khẩu/);
  }
});
