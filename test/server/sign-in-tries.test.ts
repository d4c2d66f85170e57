import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { User } from '#wire/user.ts';
import { createApp } from '../../server/app.ts';
import { openServices } from '../../server/open-services.ts';
import { JSON_TYPE } from './sign-in.ts';
import { NOW, PASSWORD, type TestServer, testServer } from './test-server.ts';
import { UNLIMITED } from './unlimited.ts';

const MINUTE = 60_000;
let server: TestServer;
let app: ReturnType<typeof createApp>;

/** A process of its own on the same database and keys; whose callers are told apart by a header. */
const networkOf = (c: { req: { header(name: string): string | undefined } }) => c.req.header('x-place') ?? null;

beforeAll(async () => {
  server = await testServer();
});
afterAll(() => server.close());
beforeEach(async () => {
  server.clock.now = NOW;
  await server.db.run('delete from sign_in_tries');
  // What one address may try at all is counted by the process and is no part of this.
  app = createApp({ ...server.services, networkOf, tries: UNLIMITED.tries });
});

const later = (minutes: number) => {
  server.clock.now = new Date(server.clock.now.getTime() + minutes * MINUTE);
};
async function attempt(password: string, { login = 'viewer', place = 'nha', to = app, tenant = 'mau' } = {}) {
  const body = JSON.stringify({ tenant, login, password });
  const headers = { ...JSON_TYPE, 'content-length': String(Buffer.byteLength(body)), 'x-place': place };
  const answer = await to.request('/v1/session', { method: 'POST', body, headers });
  const { code = '', message = '' } = (await answer.json()) as { code?: string; message?: string };
  return { status: answer.status, code, message, retryAfter: answer.headers.get('retry-after') };
}
const wrong = async (times: number, where: Parameters<typeof attempt>[1] = {}) => {
  const codes: string[] = [];
  for (let n = 0; n < times; n += 1) codes.push((await attempt(`sai ${n}`, where)).code);
  return codes;
};
const audit = async () =>
  (
    await server.db.all<{ subject: string }>("select subject from audit where action = 'sign-in.wait' order by seq")
  ).map(({ subject }) => subject);

describe('wrong passwords for one account from one place', () => {
  test('cost nothing four times, then a minute, then ever more up to an hour, and the sentence says how long', async () => {
    expect(await wrong(5)).toEqual([...new Array(4).fill('sign.in.wrong'), 'tries.many']);
    const now = await attempt(PASSWORD);
    expect([now.status, now.code, now.retryAfter]).toEqual([429, 'tries.many', '60']);
    expect(now.message).toContain('Đợi 1 phút');
    const waits: string[] = [];
    for (const minutes of [1, 2, 5, 15, 30, 60, 60]) {
      later(minutes);
      waits.push((await attempt('vẫn sai')).message.replace(/^.*Đợi (\d+) phút.*$/, '$1'));
    }
    expect(waits).toEqual(['2', '5', '15', '30', '60', '60', '60']);
    later(60);
    expect((await attempt(PASSWORD)).status).toBe(201);
    expect(await wrong(4)).toEqual(new Array(4).fill('sign.in.wrong'));
  });

  test('sent at once are no more than one after the other', async () => {
    const all = await Promise.all([...new Array(12)].map((_, n) => attempt(`sai ${n}`)));
    expect(all.filter(({ code }) => code === 'sign.in.wrong').length).toBe(4);
  });

  test('are forgotten by no restart and no second process', async () => {
    await wrong(5);
    const second = await openServices(server.env, () => server.clock.now);
    const again = createApp({ ...second, networkOf });
    expect((await attempt(PASSWORD, { to: again })).status).toBe(429);
    second.stop();
    await second.close();
  });

  test('are written down once, and who waits is not made to wait longer', async () => {
    const before = (await audit()).length;
    await wrong(30);
    expect((await audit()).slice(before)).toEqual(['viewer']);
    later(1);
    expect((await attempt(PASSWORD)).status).toBe(201);
  });

  test('a clock put back a day locks nobody out', async () => {
    await wrong(5);
    later(-24 * 60);
    expect((await attempt(PASSWORD)).status).toBe(201);
  });
});

describe('an attacker who owns many addresses', () => {
  test('does not lock the owner out of the place he is at home, and waits himself', async () => {
    expect((await attempt(PASSWORD, { place: 'co-quan' })).status).toBe(201);
    const codes = new Set<string>();
    for (let n = 0; n < 40; n += 1) codes.add((await attempt('đoán', { place: `may-${n}` })).code);
    expect(codes).toEqual(new Set(['sign.in.wrong', 'tries.many']));
    expect((await attempt('đoán', { place: 'may-moi' })).status).toBe(429);
    expect((await attempt(PASSWORD, { place: 'co-quan' })).status).toBe(201);
    expect((await attempt('đoán', { place: 'may-moi' })).status, 'the owner coming in frees nobody else').toBe(429);
  });

  test('makes a new place of the owner wait a quarter of an hour at most', async () => {
    let waited = 0;
    for (let n = 0; n < 60; n += 1) {
      const { retryAfter } = await attempt('đoán', { place: `may-${n}` });
      waited = Math.max(waited, Number(retryAfter ?? 0));
      if (retryAfter) later(Number(retryAfter) / 60);
    }
    expect(waited).toBe(15 * 60);
    expect((await attempt(PASSWORD, { place: 'dien-thoai' })).status).toBe(201);
  });
});

test('a name nobody has is counted and answered like one somebody has, and is not written down as it was typed', async () => {
  const [there, nobody] = [await wrong(7), await wrong(7, { login: 'mat-khau-go-nham' })];
  expect(nobody).toEqual(there);
  expect((await audit()).at(-1)).toBe('?');
  expect(await wrong(7, { tenant: 'khongco' })).toEqual(new Array(7).fill('sign.in.wrong'));
  const rows = await server.db.all<object>('select * from sign_in_tries');
  expect(rows.length).toBe(4);
  expect(JSON.stringify(rows)).not.toMatch(/viewer|go-nham|nha"/);
});

test('the admin sees who waits and lifts it, which is written down', async () => {
  const admin = server.credentials.mau['province-admin'];
  await wrong(5);
  const listed = await server.request<{ users: User[] }>('GET', '/v1/users', undefined, admin);
  const waiting = listed.body.users.filter(({ waitUntil }) => waitUntil !== null);
  expect(waiting.map(({ login, waitUntil }) => [login, waitUntil])).toEqual([
    ['viewer', new Date(NOW.getTime() + MINUTE).toISOString()],
  ]);
  expect((await server.request('POST', '/v1/users/viewer/unlock', {}, { ...JSON_TYPE, ...admin })).status).toBe(204);
  expect((await attempt(PASSWORD)).status).toBe(201);
  const [last] = await server.db.all<{ actor: string }>("select actor from audit where action = 'user.unlock'");
  expect(last?.actor).toBe('user:province-admin');
});
