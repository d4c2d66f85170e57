import { cpSync, mkdirSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Problem } from '#wire/problem.ts';
import type { Period, Results } from '#wire/results.ts';
import { createApp } from '../../server/app.ts';
import { readEnv } from '../../server/env.ts';
import { openServices } from '../../server/open-services.ts';
import { openPeriodKeys } from '../../server/store/period-keys.ts';
import { restoreBackup } from '../../server/store/sqlite-backup/restore-backup.ts';
import { takeBackup } from '../../server/store/sqlite-backup/take-backup.ts';
import { CODES, closableWorld } from './sealed-worlds.ts';
import { cookieOf, JSON_TYPE } from './sign-in.ts';
import { PASSWORD, type TestServer } from './test-server.ts';

const SAME = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9];
const AT = new Date('2027-01-05T02:00:00Z');

let server: TestServer;
let copy: string;
let before: { results: Results; tallies: unknown[]; snapshots: unknown[] };

const talliesOf = (db: TestServer['db']) =>
  Promise.all([
    db.all("select * from tallies where tenant = 'mau' order by unit, survey, stage, channel, proof, question, option"),
    db.all("select * from procedure_tallies where tenant = 'mau' order by procedure, survey, question, option"),
    db.all("select * from day_counts where tenant = 'mau' order by unit, day"),
  ]);
const hashesOf = (db: TestServer['db']) =>
  db.all("select snapshot, facts_hash, content_hash from snapshots where tenant = 'mau'");

async function backedUp(name: string): Promise<string> {
  const folder = join(server.folder, name);
  await takeBackup(join(server.folder, 'a.db'), server.services.keys, { folder, start: 'a', at: AT });
  return join(folder, readdirSync(folder)[0] ?? '');
}

beforeAll(async () => {
  server = await closableWorld({ citizen: SAME, day: SAME });
  const { 'province-admin': admin } = server.credentials.mau;
  await server.request('POST', '/v1/periods/2026-q4/close', {}, admin);
  const { body } = await server.request<Results>('GET', '/v1/periods/2026-q4/results', undefined, admin);
  before = { results: body, tallies: await talliesOf(server.db), snapshots: await hashesOf(server.db) };
  copy = await backedUp('sao');
}, 60_000);
afterAll(() => server.close());

/** The server on the copy restored with the keys that `keep` leaves of those there were. */
async function restored(name: string, without: readonly string[], from = copy) {
  const place = join(server.folder, name);
  const keyDir = join(place, 'keys');
  mkdirSync(join(keyDir, 'mau'), { recursive: true });
  cpSync(join(server.folder, 'keys'), keyDir, { recursive: true });
  for (const each of without) rmSync(join(keyDir, `${each}.key`), { force: true });
  const file = join(place, 'a.db');
  const done = await restoreBackup(from, file, openPeriodKeys(keyDir), { replace: false, without, at: AT });
  const env = readEnv({ DATABASE_URL: `file:${file}`, KEY_DIR: keyDir, LOG_LEVEL: 'silent' });
  const services = await openServices(env, () => AT);
  const app = createApp(services);
  const call = async <Body>(method: string, path: string, body: unknown, headers: Record<string, string>) => {
    const text = body === undefined ? null : JSON.stringify(body);
    const length: Record<string, string> = text === null ? {} : { 'content-length': String(Buffer.byteLength(text)) };
    const answer = await app.request(path, { method, body: text, headers: { ...headers, ...length } });
    return { status: answer.status, headers: answer.headers, body: (await answer.json()) as Body };
  };
  const signed = await call<{ csrf: string }>(
    'POST',
    '/v1/session',
    { tenant: 'mau', login: 'province-admin', password: PASSWORD },
    JSON_TYPE,
  );
  const as = { ...cookieOf(signed.headers), 'x-dvc-csrf': signed.body.csrf, ...JSON_TYPE };
  return {
    done,
    db: services.db,
    act: (step: string, body: object = {}) => call<Period & Problem>('POST', `/v1/periods/2026-q4/${step}`, body, as),
    results: () => call<Results & Problem>('GET', '/v1/periods/2026-q4/results', undefined, as),
    close: () => services.close(),
  };
}

it('without the key of results a closed period is closed again from its answers, and comes to the same', async () => {
  const { db, act, results, close } = await restored('mat-ket-qua', ['mau/_results']);
  expect((await results()).body.units).toEqual([]);
  expect((await act('seal')).body.code).toBe('period.open');
  // What was answered is counted anew.
  expect(await talliesOf(db)).toEqual(before.tallies);
  expect((await act('close')).body).toMatchObject({ state: 'closed', snapshot: '2026-q4.1' });
  expect(await hashesOf(db)).toEqual(before.snapshots);
  expect((await results()).body.units).toEqual(before.results.units);
  await close();
});

it('without any key a closed period holds no answer and no result: it is closed again on dossiers alone, or opened', async () => {
  const { done, db, act, results, close } = await restored('mat-het', ['mau/2026-q4', 'mau/_results']);
  expect(done.without.map(({ period }) => period)).toEqual(['2026-q4', '_results']);
  expect(await db.all("select state, snapshot from periods where tenant = 'mau'")).toEqual([
    { state: 'closed', snapshot: null },
  ]);
  expect((await results()).body.units).toEqual([]);
  expect((await act('seal')).body.code).toBe('period.open');
  expect((await act('close')).body).toMatchObject({ state: 'closed', snapshot: '2026-q4.1' });
  const unit = (await results()).body.units.find((each) => each.unit === 'so-a');
  expect([unit?.n.dossiers, unit?.n.official, unit?.rows[0]?.citizen?.points]).toEqual([CODES.length, 0, null]);
  expect((await act('reopen', { reason: 'Nhận lại phiếu đã mất.' })).body.state).toBe('open');
  await close();
});

it('a closed period whose key was lost before the copy was made is sealed by saying so, with the results it had', async () => {
  const key = join(server.folder, 'keys', 'mau', '2026-q4.key');
  renameSync(key, join(server.folder, 'cat-di.key'));
  const bare = await backedUp('sao-tran');
  const { done, db, results, act, close } = await restored('tran', ['mau/2026-q4'], bare);
  renameSync(join(server.folder, 'cat-di.key'), key);
  expect(done.without).toEqual([{ tenant: 'mau', period: '2026-q4', state: 'closed' }]);
  expect(await db.all("select state, snapshot from periods where tenant = 'mau'")).toEqual([
    { state: 'sealed', snapshot: '2026-q4.1' },
  ]);
  for (const table of ['responses', 'receipts', 'links', 'cases'])
    expect([table, await db.all(`select 1 from ${table} where tenant = 'mau'`)]).toEqual([table, []]);
  expect((await results()).body.units).toEqual(before.results.units);
  expect((await act('publish')).status).toBe(200);
  await close();
});
