import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createApp } from '../../server/app.ts';
import type { Db } from '../../server/store/db.ts';
import { parseEnrolmentCodeOrNull } from '../../server/store/enrolments.ts';
import { hashPassword, verifyPassword } from '../../server/store/password.ts';
import { newSecret, parseSecretOrNull } from '../../server/store/secret.ts';
import { PASSWORD, type TestServer, testServer } from './test-server.ts';

let server: TestServer;

beforeAll(async () => {
  server = await testServer();
});

afterAll(() => server.close());

describe('a credential', () => {
  for (const [what, authorization] of [
    ['an unknown browser key', `Bearer ${newSecret('mau', 'dk')}`],
    ['an unknown portal key', `Bearer ${newSecret('mau', 'pk')}`],
    ['a key of an unknown tenant', `Bearer ${newSecret('khac', 'dk')}`],
    ['a session sent as a key', `Bearer ${newSecret('mau', 'ss')}`],
    ['a cut key', 'Bearer mau.dk.0123'],
    ['no key after Bearer', 'Bearer '],
    ['a password in the header', 'Basic bGFuOmxhbg=='],
  ] as const)
    test(`that is wrong never turns into "anyone": ${what}`, async () => {
      const { status, body } = await server.request('POST', '/v1/devices', {}, { authorization });
      expect([status, body]).toEqual([401, expect.objectContaining({ code: 'key.bad' })]);
    });

  test('that is not there costs no look-up, and a cookie is none where anyone may come', async () => {
    let reads = 0;
    const all: Db['all'] = (sql, params) => {
      reads += 1;
      return server.db.all(sql, params);
    };
    const app = createApp({ ...server.services, db: { ...server.db, all } });
    const { cookie = '' } = server.credentials.mau.viewer;
    for (const headers of [{}, { cookie }] as Record<string, string>[])
      expect((await app.request('/style.css', { headers })).status).toBe(200);
    expect((await app.request('/v1/units')).status).toBe(401);
    expect(reads).toBe(0);
    expect((await app.request('/v1/units', { headers: { cookie } })).status).toBe(200);
    expect(reads).toBeGreaterThan(0);
  });

  test('is kept as a hash only: no secret of any kind stands in the database', async () => {
    const admin = server.credentials.mau['province-admin'];
    await server.request('POST', '/v1/enrolments', { unit: 'so-a', label: 'Quầy' }, admin);
    for (const [table, column] of [
      ['devices', 'key_hash'],
      ['portal_keys', 'key_hash'],
      ['sessions', 'token_hash'],
      ['person_tokens', 'token_hash'],
      ['enrolments', 'code_hash'],
    ]) {
      const rows = await server.db.all<{ h: string }>(`select ${column} as h from ${table} where tenant = 'mau'`);
      expect(rows.length, table).toBeGreaterThan(0);
      for (const { h } of rows) expect(h).toMatch(/^[0-9a-f]{64}$/);
    }
  });

  test('of 200 random bits begins with its tenant and names its kind', () => {
    const key = newSecret('mau', 'dk');
    expect(key).toMatch(/^mau\.dk\.[0-9A-HJKMNP-TV-Z]{40}$/);
    expect(parseSecretOrNull(key)).toEqual({ tenant: 'mau', kind: 'dk' });
    expect(newSecret('mau', 'dk')).not.toBe(key);
    for (const other of ['', 'mau', `${key}0`, key.slice(0, -1), key.replace('.dk.', '.xx.'), ` ${key}`])
      expect(parseSecretOrNull(other), other).toBeNull();
  });
});

describe('an enrolment code', () => {
  for (const typed of ['mau-7K20-91XD', 'MAU 7k20 91xd', ' mau7k2o9ixd ', 'mau-7K2O-9LXD'])
    test(`typed "${typed}" is mau-7K20-91XD`, () => {
      expect(parseEnrolmentCodeOrNull(typed)).toEqual({ tenant: 'mau', code: 'mau-7K20-91XD' });
    });
  for (const typed of ['', '7K20-91XD', 'mau-7K20', 'mau-7K20-91XDX-2'])
    test(`is not "${typed}"`, () => {
      expect(parseEnrolmentCodeOrNull(typed)).toBeNull();
    });
});

describe('a password', () => {
  test('is kept by Argon2id with 19 MiB, two passes, one lane and a salt of its own', async () => {
    const [one, two] = await Promise.all([hashPassword(PASSWORD), hashPassword(PASSWORD)]);
    expect(one).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
    expect(two).not.toBe(one);
    expect(await verifyPassword(one ?? null, PASSWORD)).toBe(true);
    expect(await verifyPassword(one ?? null, `${PASSWORD} `)).toBe(false);
  });

  test('opens nothing where nobody is, not even the stand-in hash that takes the time', async () => {
    expect(await verifyPassword(null, 'không ai')).toBe(false);
  });
});
