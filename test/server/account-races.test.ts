import type { Hono } from 'hono';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { verifyAudit } from '../../server/store/audit.ts';
import { replaceFirstAdminLink } from '../../server/store/first-admin.ts';
import { hashPassword } from '../../server/store/password.ts';
import { insertUser } from '../../server/store/users.ts';
import { type Asked, ask, type Processes, processes, won } from './processes.ts';
import { type As, NOW, PASSWORD } from './test-server.ts';

/** What two people do with accounts at once through two processes: one of them does it, the other is told so in words. */
let all: Processes;
let admin: As;
beforeEach(async () => {
  all = await processes(3);
  admin = all.server.credentials.mau['province-admin'];
});
afterEach(async () => {
  expect(await verifyAudit(all.server.db, 'mau')).toBeNull();
  await all.close();
});

const app = (n: number) => all.apps[n] as Hono;
const acts = (action: string) =>
  all.one(`select count(*) as n from audit where tenant = 'mau' and action = '${action}'`);

describe('accounts', () => {
  const addLan = async () =>
    all.server.db.batch([
      insertUser('mau', { login: 'lan', role: 'province-admin', unit: null }, await hashPassword(PASSWORD), NOW),
    ]);
  const signIn = (n = 0) =>
    ask<{ csrf: string }>(app(n), 'POST', '/v1/session', { tenant: 'mau', login: 'lan', password: PASSWORD });
  const sessionOf = ({ headers, body }: Asked<{ csrf: string }>): As => ({
    cookie: headers.get('set-cookie')?.split(';')[0] ?? '',
    'x-dvc-csrf': body.csrf,
  });
  /** Lets another process do `work` between the look at an account and the first write through process 0. */
  function between(work: () => Promise<unknown>): void {
    const { db } = all.server;
    const { batch } = db;
    db.batch = async (next) => {
      db.batch = batch;
      await work();
      return db.batch(next);
    };
  }

  test.each([
    [
      'changes his password',
      (lan: As) => ask(app(1), 'PUT', '/v1/session/password', { current: PASSWORD, password: 'một câu khác hẳn' }, lan),
    ],
    ['is stopped', () => ask(app(1), 'DELETE', '/v1/users/lan', undefined, admin)],
  ])('who %s elsewhere is not signed in by what stood before', async (what, change) => {
    await addLan();
    const lan = sessionOf(await signIn(1));
    let changed = 0;
    between(async () => {
      changed = (await change(lan)).status;
    });
    const late = await signIn();
    expect([changed, late.status, late.body]).toEqual([204, 401, expect.objectContaining({ code: 'sign.in.wrong' })]);
    expect(late.headers.get('set-cookie')).toBeNull();
    const own = await all.one("select count(*) as n from sessions where tenant = 'mau' and login = 'lan'");
    // The session he changed it with goes on; none began after.
    expect(own).toBe(what === 'is stopped' ? 0 : 1);
    expect(await acts('session.start')).toBe(1);
  });

  test('who is stopped while his new password is written is not let in again by it', async () => {
    await addLan();
    const lan = sessionOf(await signIn(1));
    const { db } = all.server;
    const { batch } = db;
    let stopped = 0;
    db.batch = async (next) => {
      if (!next.some(({ sql }) => sql.includes('active = 1'))) return batch(next);
      db.batch = batch;
      stopped = (await ask(app(1), 'DELETE', '/v1/users/lan', undefined, admin)).status;
      return batch(next);
    };
    const change = { current: PASSWORD, password: 'một câu khác hẳn' };
    const late = await ask(app(0), 'PUT', '/v1/session/password', change, lan);
    expect([stopped, late.status, late.body]).toEqual([204, 422, expect.objectContaining({ code: 'password.wrong' })]);
    expect(await all.one("select active from users where tenant = 'mau' and login = 'lan'")).toBe(0);
    expect(await acts('password.change')).toBe(0);
  });

  test('one login is made once', async () => {
    const user = { login: 'moi', password: 'mật khẩu đủ dài', role: 'viewer', unit: null };
    expect(won(await all.askAll('POST', '/v1/users', user, admin), 'user.exists')).toBe(1);
    expect(await all.one("select count(*) as n from users where tenant = 'mau' and login = 'moi'")).toBe(1);
    expect(await acts('user.create')).toBe(1);
  });

  test.each([
    ['stop', 'DELETE', undefined],
    ['demote', 'PUT', { role: 'viewer', unit: null }],
  ])('two last admins who %s each other leave one', async (_, method, body) => {
    await addLan();
    const lan = sessionOf(await signIn());
    const both = await Promise.all([
      ask(app(0), method, '/v1/users/lan', body, admin),
      ask(app(1), method, '/v1/users/province-admin', body, lan),
    ]);
    // The one who came second is no admin any more, or the last one.
    expect(won(both, 'user.last', 'session.expired', 'role.denied')).toBe(1);
    expect(
      await all.one("select count(*) as n from users where tenant = 'mau' and role = 'province-admin' and active = 1"),
    ).toBe(1);
  });

  test('the link of the first admin makes one', async () => {
    const { db } = all.server;
    await db.batch(['sessions', 'users'].map((table) => ({ sql: `delete from ${table} where tenant = 'mau'` })));
    const token = `mau.fa.${'A'.repeat(40)}`;
    await db.batch(replaceFirstAdminLink('mau', token, '2027-12-31T00:00:00.000Z'));
    const asked = await Promise.all(
      all.apps.map((each, n) =>
        ask(each, 'POST', '/v1/first-admin', { token, login: `lan-${n}`, password: 'mật khẩu đủ dài' }),
      ),
    );
    expect(won(asked, 'link.used')).toBe(1);
    expect(await all.one("select count(*) as n from users where tenant = 'mau'")).toBe(1);
    expect(await all.one("select count(*) as n from sessions where tenant = 'mau'")).toBe(1);
  });
});
