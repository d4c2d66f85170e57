import { Secret, TOTP } from 'otpauth';
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import type { RecoveryCodes, SecondStepBegun, SecondStepView } from '#wire/second-step.ts';
import { createApp } from '../../server/app.ts';
import { cli } from './cli-on.ts';
import { JSON_TYPE, signIn } from './sign-in.ts';
import { urlOf } from './test-database.ts';
import { type As, NOW, PASSWORD, type TestServer, testServer } from './test-server.ts';
import { UNLIMITED } from './unlimited.ts';

const PATH = '/v1/session/second-step';
const SPAN = 30_000;
let server: TestServer;
let time = NOW.getTime();

beforeAll(async () => {
  server = await testServer();
  vi.stubEnv('DATABASE_URL', urlOf(server.database));
  vi.stubEnv('KEY_DIR', server.env.keyDir);
  vi.stubEnv('BASE_URL', '');
});
afterAll(async () => {
  vi.unstubAllEnvs();
  await server.close();
});
beforeEach(async () => {
  // Ever further on, so that a code of one test is none of the next.
  time += 3_600_000;
  server.clock.now = new Date(time);
  for (const table of ['second_steps', 'recovery_codes', 'sign_in_tries']) await server.db.run(`delete from ${table}`);
});

/** What the app on the phone shows, told independently of the server. */
const codeAt = (secret: string, ms = server.clock.now.getTime()) =>
  new TOTP({ secret: Secret.fromBase32(secret), algorithm: 'SHA1', digits: 6, period: 30 }).generate({ timestamp: ms });
const send = <Body = { code?: string }>(method: string, path: string, body: unknown, as: As = {}) =>
  server.request<Body>(method, path, body, { ...JSON_TYPE, ...as });
const enter = (code?: string, login = 'viewer') =>
  send('POST', '/v1/session', { tenant: 'mau', login, password: PASSWORD, ...(code === undefined ? {} : { code }) });
const view = async (as: As) => (await send<SecondStepView>('GET', PATH, undefined, as)).body;

async function enrol(login = 'viewer') {
  const as = await signIn(server, login);
  const { body: begun } = await send<SecondStepBegun>('POST', PATH, { password: PASSWORD }, as);
  const { status, body } = await send<RecoveryCodes>('POST', `${PATH}/confirm`, { code: codeAt(begun.secret) }, as);
  expect(status).toBe(201);
  server.clock.now = new Date(server.clock.now.getTime() + SPAN);
  return { as, secret: begun.secret, uri: begun.uri, codes: body.codes };
}

test('a code is RFC 6238 as its appendix B tells', () => {
  const secret = new Secret({ buffer: new TextEncoder().encode('12345678901234567890').buffer }).base32;
  for (const [seconds, code] of [
    [59, '287082'],
    [1111111109, '081804'],
    [20000000000, '353130'],
  ] as const)
    expect(codeAt(secret, seconds * 1000)).toBe(code);
});

test('is on once a code of the app confirms it; signing in then asks for a code', async () => {
  const as = await signIn(server, 'viewer');
  const other = await signIn(server, 'viewer');
  expect(await view(as)).toEqual({ on: false, since: null, codesLeft: 0 });
  expect((await send('POST', PATH, { password: 'sai' }, as)).body.code).toBe('password.wrong');
  const { body: begun } = await send<SecondStepBegun>('POST', PATH, { password: PASSWORD }, as);
  expect(begun.uri).toMatch(/^otpauth:\/\/totp\/.*secret=[A-Z2-7]{32}&/);
  expect((await enter()).status, 'begun asks nobody').toBe(201);
  expect((await send('POST', `${PATH}/confirm`, { code: '000000' }, as)).body.code).toBe('code.wrong');
  const confirmed = await send<RecoveryCodes>('POST', `${PATH}/confirm`, { code: codeAt(begun.secret) }, as);
  expect([confirmed.status, new Set(confirmed.body.codes).size]).toEqual([201, 10]);
  expect(await view(as)).toEqual({ on: true, since: server.clock.now.toISOString(), codesLeft: 10 });
  expect((await send('GET', '/v1/session', undefined, other)).status, 'other sessions end').toBe(401);
  const asked = await enter();
  expect([asked.status, asked.body.code, asked.headers.get('set-cookie')]).toEqual([401, 'code.needed', null]);
  server.clock.now = new Date(server.clock.now.getTime() + SPAN);
  expect((await enter(codeAt(begun.secret))).status).toBe(201);
  expect((await send('POST', PATH, { password: PASSWORD }, as)).body.code).toBe('second.on');
});

describe('a code', () => {
  test('of the span before or after is taken, of two before or after is not', async () => {
    const { secret } = await enrol();
    const now = server.clock.now.getTime() + 10 * SPAN;
    server.clock.now = new Date(now);
    for (const [spans, status] of [
      [-2, 401],
      [2, 401],
      [-1, 201],
      [0, 201],
      [1, 201],
    ] as const)
      expect((await enter(codeAt(secret, now + spans * SPAN))).status, `${spans}`).toBe(status);
  });

  test('is taken once, also when it is sent twice at once, and none of an earlier span after it', async () => {
    const { secret } = await enrol();
    const code = codeAt(secret);
    const both = await Promise.all([enter(code), enter(code)]);
    expect(both.map(({ status }) => status).sort()).toEqual([201, 401]);
    expect((await enter(code)).body.code).toBe('code.wrong');
    expect((await enter(codeAt(secret, server.clock.now.getTime() - SPAN))).status).toBe(401);
  });

  test('that is wrong counts as a wrong password does, and a right password forgives none', async () => {
    await enrol();
    const app = createApp({ ...server.services, tries: UNLIMITED.tries });
    const seen: string[] = [];
    for (let n = 0; n < 5; n += 1)
      for (const code of [undefined, '00000'.concat(String(n))]) {
        const text = JSON.stringify({ tenant: 'mau', login: 'viewer', password: PASSWORD, ...(code ? { code } : {}) });
        const headers = { ...JSON_TYPE, 'content-length': String(Buffer.byteLength(text)) };
        const answer = await app.request('/v1/session', { method: 'POST', body: text, headers });
        seen.push(((await answer.json()) as { code: string }).code);
      }
    expect(seen.filter((code) => code === 'code.needed').length).toBe(5);
    expect(seen.at(-1)).toBe('tries.many');
  });
});

test('a recovery code opens the account once, however it is typed, and is counted down', async () => {
  const { as, codes } = await enrol();
  expect((await enter(codes[0]?.toLowerCase().replaceAll('-', ' '))).status).toBe(201);
  expect((await enter(codes[0])).body.code).toBe('code.wrong');
  expect((await view(as)).codesLeft).toBe(9);
});

test('neither secret nor codes stand in the database, the log or an answer after the first', async () => {
  const { as, secret, codes } = await enrol();
  const rows: object[] = [];
  for (const table of ['second_steps', 'recovery_codes', 'audit', 'sign_in_tries'])
    rows.push(...(await server.db.all<object>(`select * from ${table} where tenant = 'mau'`)));
  const all = JSON.stringify([rows, await view(as)]);
  expect(rows.length).toBeGreaterThan(10);
  for (const hidden of [secret, ...codes, ...codes.map((code) => code.replaceAll('-', ''))])
    expect(all).not.toContain(hidden);
});

test('whoever sits at an open session and knows the password guesses few codes, and by none of the calls that ask for it more', async () => {
  const { as } = await enrol();
  // Only what is counted by name and place: the count by address would ask to wait later.
  const app = createApp({ ...server.services, tries: UNLIMITED.tries });
  const seen: string[] = [];
  for (let n = 0; n < 12; n += 1)
    for (const [method, path, body] of [
      ['POST', `${PATH}/end`, { password: PASSWORD, code: `9${String(n).padStart(5, '0')}` }],
      ['PUT', '/v1/session/password', { current: PASSWORD, password: PASSWORD }],
    ] as const) {
      const text = JSON.stringify(body);
      const headers = { ...JSON_TYPE, ...as, 'content-length': String(Buffer.byteLength(text)) };
      const answer = await app.request(path, { method, body: text, headers });
      seen.push(answer.status === 204 ? 'changed' : ((await answer.json()) as { code: string }).code);
    }
  const wrong = seen.filter((code) => code === 'code.wrong').length;
  expect([wrong, seen.at(-1)]).toEqual([4, 'tries.many']);
  expect(await view(as)).toMatchObject({ on: true });
});

test('is turned off with the password and a code, and by nothing less', async () => {
  const { as, secret } = await enrol();
  const code = codeAt(secret);
  expect((await send('POST', `${PATH}/end`, { password: 'sai', code }, as)).body.code).toBe('password.wrong');
  expect((await send('POST', `${PATH}/end`, { password: PASSWORD, code: '000000' }, as)).body.code).toBe('code.wrong');
  expect((await send('POST', `${PATH}/end`, { password: PASSWORD, code }, as)).status).toBe(204);
  expect((await enter()).status).toBe(201);
  expect((await send('POST', `${PATH}/end`, { password: PASSWORD, code }, as)).body.code).toBe('second.off');
});

describe('whoever lost the phone and the codes', () => {
  test('is let in by the admin, signed out everywhere and written down', async () => {
    const { as } = await enrol();
    const admin = server.credentials.mau['province-admin'];
    expect((await send('DELETE', '/v1/users/viewer/second-step', undefined, admin)).status).toBe(204);
    expect((await send('GET', '/v1/session', undefined, as)).status).toBe(401);
    expect((await enter()).status).toBe(201);
    const [entry] = await server.db.all("select actor, subject from audit where action = 'second.reset'");
    expect(entry).toEqual({ actor: 'user:province-admin', subject: 'viewer' });
  });

  test('and is the only admin, by the operator', async () => {
    await enrol('province-admin');
    expect((await enter(undefined, 'province-admin')).body.code).toBe('code.needed');
    const { code, out } = await cli('user', 'second-step', 'province-admin', '--tenant', 'mau');
    expect([code, out]).toEqual([0, expect.stringContaining('Đã bỏ mã hai bước')]);
    expect((await enter(undefined, 'province-admin')).status).toBe(201);
  });
});
