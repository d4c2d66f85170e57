import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Session } from '#wire/access.ts';
import { createApp } from '../../server/app.ts';
import { firstRun } from '../../server/first-run.ts';
import { verifyAudit } from '../../server/store/audit.ts';
import { newSecret } from '../../server/store/secret.ts';
import { insertTenant } from '../../server/store/tenants.ts';
import { cookieOf, JSON_TYPE, signIn } from './sign-in.ts';
import { type As, NOW, PASSWORD, type TestServer, testServer } from './test-server.ts';

const HOUR = 3_600_000;
let server: TestServer;
let lan: As;

const later = (ms: number) => {
  server.clock.now = new Date(server.clock.now.getTime() + ms);
};

/** A request whose answer is a refusal or holds a session. */
const send = (method: string, path: string, body?: unknown, as?: As) =>
  server.request<Session & { code: string; issues: { path: string; message: string }[] }>(method, path, body, as);

const post = (body: object, as: As = JSON_TYPE) => send('POST', '/v1/session', body, as);

beforeAll(async () => {
  server = await testServer();
  lan = server.credentials.mau['province-admin'];
});

afterAll(async () => {
  for (const tenant of ['mau', 'moi']) expect(await verifyAudit(server.db, tenant)).toBeNull();
  await server.close();
});

describe('the first administrator', () => {
  const start = () => firstRun(server.services, { tenant: 'khong-dung', tenantName: 'Không dùng' });
  const tokenOf = (link = '') => link.slice(link.lastIndexOf('/') + 1);
  let token: string;

  beforeAll(async () => {
    await server.db.batch(insertTenant({ tenant: 'moi', name: 'Tỉnh Mới', province: 'moi' }, '2026-01-01', NOW));
  });

  test('gets one link, for the only tenant nobody can sign in to', async () => {
    const links = await start();
    expect(links).toEqual([expect.stringMatching(/^\/admin\/#\/bat-dau\/moi\.fa\.[0-9A-Z]{40}$/)]);
    token = tokenOf(links[0]);
  });

  test('cannot use a link after 24 hours, nor one a restart has replaced', async () => {
    later(24 * HOUR);
    const old = { token, login: 'lan', password: PASSWORD };
    expect((await send('POST', '/v1/first-admin', old)).body.code).toBe('link.used');
    const [fresh] = await start();
    const [newest] = await start();
    expect((await send('POST', '/v1/first-admin', { ...old, token: tokenOf(fresh) })).status).toBe(410);
    token = tokenOf(newest);
  });

  test('must choose a password of at least 12 characters', async () => {
    const { status, body } = await send('POST', '/v1/first-admin', { token, login: 'lan', password: 'ngan' });
    expect(status).toBe(422);
    expect(body.issues).toEqual([{ path: 'password', message: 'mật khẩu ít nhất 12 ký tự' }]);
  });

  test('is created once and signed in, although the link is used twice at the same moment', async () => {
    const both = await Promise.all(
      ['lan', 'mai'].map((login) => send('POST', '/v1/first-admin', { token, login, password: PASSWORD })),
    );
    expect(both.map((r) => r.status).sort()).toEqual([201, 410]);
    const won = both.find((r) => r.status === 201);
    expect(won?.body).toMatchObject({ tenant: 'moi', tenantName: 'Tỉnh Mới', role: 'province-admin', unit: null });
    const session = await send('GET', '/v1/session', undefined, cookieOf(won?.headers ?? new Headers()));
    expect(session.body.login).toBe(won?.body.login);
  });

  test('is the only one: the next start prints no link', async () => {
    expect(await start()).toEqual([]);
  });
});

describe('signing in', () => {
  test('sets a cookie scripts cannot read and other sites cannot send, for 12 hours', async () => {
    const { headers, body } = await post({ tenant: 'mau', login: 'viewer', password: PASSWORD });
    const cookie = headers.get('set-cookie') ?? '';
    expect(cookie).toMatch(/^dvc_session=mau\.ss\.[0-9A-Z]{40};/);
    for (const part of ['HttpOnly', 'SameSite=Strict', 'Path=/', 'Max-Age=43200']) expect(cookie).toContain(part);
    expect(headers.get('cache-control')).toBe('no-store');
    expect(Date.parse(body.expires)).toBe(server.clock.now.getTime() + 12 * HOUR);
  });

  test('marks the cookie Secure where people come over HTTPS, and not where the browser would then drop it', async () => {
    const body = JSON.stringify({ tenant: 'mau', login: 'viewer', password: PASSWORD });
    const headers = { ...JSON_TYPE, 'content-length': String(Buffer.byteLength(body)) };
    for (const scheme of ['http', 'https']) {
      const app = createApp({ ...server.services, baseUrl: `${scheme}://danhgia.example.vn` });
      const response = await app.request('/v1/session', { method: 'POST', body, headers });
      expect(response.headers.get('set-cookie')?.includes('; Secure'), scheme).toBe(scheme === 'https');
    }
  });

  test('answers a wrong password, an unknown login and an unknown tenant with the same words', async () => {
    const wrong = await post({ tenant: 'mau', login: 'viewer', password: 'sai mật khẩu rồi' });
    const nobody = await post({ tenant: 'mau', login: 'khong-co', password: PASSWORD });
    const nowhere = await post({ tenant: 'khac', login: 'viewer', password: PASSWORD });
    expect([wrong.status, wrong.body.code]).toEqual([401, 'sign.in.wrong']);
    expect(nobody.body).toEqual(wrong.body);
    expect(nowhere.body).toEqual(wrong.body);
  });

  test('the same password typed with combining marks opens the same account', async () => {
    await signIn(server, 'viewer', PASSWORD.normalize('NFD'));
  });

  test('a form of another site, which cannot say its text is JSON, signs nobody in', async () => {
    const { status, headers } = await post(
      { tenant: 'mau', login: 'viewer', password: PASSWORD },
      { 'content-type': 'text/plain' },
    );
    expect(status).toBe(415);
    expect(headers.get('set-cookie')).toBeNull();
  });

  test('stops working after 12 hours and takes the cookie out of the browser', async () => {
    const viewer = await signIn(server, 'viewer');
    later(12 * HOUR);
    const { status, body, headers } = await send('GET', '/v1/session', undefined, viewer);
    expect([status, body.code]).toEqual([401, 'session.expired']);
    expect(headers.get('set-cookie')).toContain('Max-Age=0');
  });

  test('signing out ends the session on the server, not only in the browser', async () => {
    const viewer = await signIn(server, 'viewer');
    expect((await send('DELETE', '/v1/session', undefined, viewer)).status).toBe(204);
    expect((await send('GET', '/v1/session', undefined, viewer)).status).toBe(401);
  });

  test('a change with the cookie alone is refused: other pages can send a cookie but not read the csrf value', async () => {
    const { cookie = '' } = lan;
    for (const as of [{ cookie }, { cookie, 'x-dvc-csrf': 'sai' }] as As[])
      expect((await send('POST', '/v1/enrolments', { unit: 'so-a', label: 'x' }, as)).body.code).toBe('csrf.missing');
  });

  test('a stale cookie does not stand in the way of signing in again', async () => {
    const stale = { ...JSON_TYPE, cookie: `dvc_session=${newSecret('mau', 'ss')}` };
    expect((await post({ tenant: 'mau', login: 'viewer', password: PASSWORD }, stale)).status).toBe(201);
  });
});

describe('accounts', () => {
  const account = { login: 'minh', password: PASSWORD, role: 'reviewer', unit: null };
  const create = (more: object) => send('POST', '/v1/users', { ...account, ...more }, lan);

  test('a deactivated account is out at once, everywhere', async () => {
    expect((await create({})).status).toBe(201);
    const minh = await signIn(server, 'minh');
    expect((await send('GET', '/v1/units', undefined, minh)).status).toBe(200);
    expect((await send('DELETE', '/v1/users/minh', undefined, lan)).status).toBe(204);
    expect((await send('GET', '/v1/units', undefined, minh)).status).toBe(401);
    expect((await post({ tenant: 'mau', login: 'minh', password: PASSWORD })).status).toBe(401);
  });

  test('the last province admin stays, another one may go', async () => {
    expect((await send('DELETE', '/v1/users/province-admin', undefined, lan)).body.code).toBe('user.last');
    await create({ login: 'mai', role: 'province-admin' });
    expect((await send('DELETE', '/v1/users/mai', undefined, lan)).status).toBe(204);
    expect((await send('DELETE', '/v1/users/province-admin', undefined, lan)).body.code).toBe('user.last');
  });

  test('another role holds at once; the last province admin keeps its own', async () => {
    await create({ login: 'thu' });
    const thu = await signIn(server, 'thu');
    const change = (login: string, body: object) => send('PUT', `/v1/users/${login}`, body, lan);
    expect((await change('thu', { role: 'unit-admin', unit: null })).body.issues[0]?.path).toBe('unit');
    expect((await change('thu', { role: 'unit-admin', unit: 'so-b' })).body).toMatchObject({ unit: 'so-b' });
    expect((await send('GET', '/v1/units', undefined, thu)).status).toBe(401);
    const again = await signIn(server, 'thu');
    expect((await send('GET', '/v1/units', undefined, again)).body).toMatchObject({ units: [{ unit: 'so-b' }] });
    expect((await change('province-admin', { role: 'viewer', unit: null })).body.code).toBe('user.last');
    expect((await change('khong-co', { role: 'viewer', unit: null })).body.code).toBe('user.unknown');
  });

  test('a login is given once; a unit admin needs a unit; the unit must exist', async () => {
    const hoa = { login: 'hoa', role: 'unit-admin' };
    expect((await create({ ...hoa, unit: null })).body.issues[0]?.path).toBe('unit');
    expect((await create({ ...hoa, unit: 'so-khong-co' })).body.code).toBe('unit.unknown');
    expect((await create({ ...hoa, unit: 'so-b' })).status).toBe(201);
    expect((await create({ ...hoa, unit: 'so-b' })).body.code).toBe('user.exists');
  });
});
