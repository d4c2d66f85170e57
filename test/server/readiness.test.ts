import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Problem } from '#wire/problem.ts';
import { createApp } from '../../server/app.ts';
import { unreadyOf } from '../../server/readiness.ts';
import { openPeriodKeys } from '../../server/store/period-keys.ts';
import { responseOf, type TestServer, testServer } from './test-server.ts';

let server: TestServer;

beforeAll(async () => {
  server = await testServer();
});
afterAll(() => server.close());

const settings = (more: Partial<Parameters<typeof unreadyOf>[2]> = {}) => ({
  database: server.database,
  keyDir: join(server.folder, 'keys'),
  minFreeMb: 1,
  ...more,
});
const codes = async (more = {}) =>
  (await unreadyOf(server.db, server.services.keys, settings(more))).map(({ code }) => code);

/** What /readyz answers to whoever asks, with these settings. */
async function asked(more: Partial<ReturnType<typeof settings>>) {
  const unready = () => unreadyOf(server.db, server.services.keys, settings(more));
  const response = await createApp({ ...server.services, unready }).request('/readyz');
  return { status: response.status, body: (await response.json()) as Problem };
}

test('a server in order is ready', async () => {
  expect(await codes()).toEqual([]);
  expect(await asked({})).toEqual({ status: 200, body: { ok: true } });
});

test('a keys folder that cannot be had, and a disk with too little room, are each told', async () => {
  const file = join(server.folder, 'la-tep');
  writeFileSync(file, '');
  expect(await codes({ keyDir: join(file, 'keys') })).toEqual(['keys.down']);
  expect(await codes({ minFreeMb: 9_999_999 })).toEqual(['disk.low']);
  expect(await codes({ keyDir: join(file, 'keys'), minFreeMb: 9_999_999 })).toEqual(['keys.down', 'disk.low']);
});

test('a keys folder that is gone is made again, for a first run has none', async () => {
  const keyDir = join(server.folder, 'moi', 'keys');
  expect(await codes({ keyDir })).toEqual([]);
  mkdirSync(keyDir, { recursive: true });
  rmSync(keyDir, { recursive: true });
});

test('an open period whose key is gone is told once it holds answers', async () => {
  const noKeys = openPeriodKeys(join(server.folder, 'keys-khac'));
  const lost = () => unreadyOf(server.db, noKeys, settings());
  expect(await lost()).toEqual([]);
  await server.request('POST', '/v1/responses', responseOf(1));
  expect(await lost()).toMatchObject([{ code: 'keys.down', message: expect.stringContaining('mau/2026-q4') }]);
  expect(await codes()).toEqual([]);
});

test('a database another version has brought on is told, in both directions', async () => {
  await server.db.run("insert into migrations values ('900-later.sql')");
  expect(await codes()).toEqual(['schema.other']);
  await server.db.run("delete from migrations where name = '900-later.sql'");
  await server.db.run("update migrations set name = '002-x' where name = '002-leases.sql'");
  expect(await codes()).toEqual(['schema.other']);
  await server.db.run("update migrations set name = '002-leases.sql' where name = '002-x'");
  expect(await codes()).toEqual([]);
});

test('a stranger learns that it is not ready, not where anything lies', async () => {
  const { status, body } = await asked({ minFreeMb: 9_999_999 });
  expect([status, body.code]).toEqual([503, 'disk.low']);
  expect(JSON.stringify(body)).not.toMatch(/\/|MB|\d/);
});
