import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'libsql';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { RescorePreview } from '#wire/comparison.ts';
import type { Problem } from '#wire/problem.ts';
import type { Period, Results } from '#wire/results.ts';
import { createApp } from '../../server/app.ts';
import { readEnv } from '../../server/env.ts';
import { openServices } from '../../server/open-services.ts';
import type { Services } from '../../server/services.ts';
import { knownMigrations } from '../../server/store/migrate.ts';
import { cookieOf, JSON_TYPE } from './sign-in.ts';
import { PASSWORD } from './test-server.ts';

/** A province as the program left it that kept no sums: quarter IV/2026 published, quarter I/2027 open. */
const DUMP = '002-leases.sql';
const MIGRATIONS = join(import.meta.dirname, '../../server/store/migrations');
/** Of the period that was open when it was written. */
const KEY = Buffer.from('9538eaddf1320afa83b5295faba8702716f5a542dbee27f94c7e522a9c3ea34a', 'hex');

let folder: string;
let services: Services & { close(): Promise<void> };
let now: Date;
let as: Record<string, string>;

async function call<Body>(method: string, path: string, body?: unknown): Promise<{ status: number; body: Body }> {
  const text = body === undefined ? null : JSON.stringify(body);
  const length: Record<string, string> = text === null ? {} : { 'content-length': String(Buffer.byteLength(text)) };
  const answer = await createApp(services).request(path, { method, body: text, headers: { ...as, ...length } });
  if (as.cookie === undefined) as = { ...as, ...cookieOf(answer.headers) };
  return { status: answer.status, body: (await answer.json()) as Body };
}
const act = (period: string, name: string, body: object = {}) =>
  call<Period & Problem>('POST', `/v1/periods/${period}/${name}`, body);
const results = async (period = '2026-q4') => (await call<Results>('GET', `/v1/periods/${period}/results`)).body.units;

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'dvc-sumless-'));
  const file = join(folder, 'a.db');
  const db = new Database(file);
  db.exec('pragma journal_mode = wal; create table migrations (name text primary key)');
  for (const name of knownMigrations().filter((each) => each <= DUMP)) {
    db.exec(readFileSync(join(MIGRATIONS, name), 'utf8'));
    db.prepare('insert into migrations values (?)').run([name]);
  }
  db.exec(readFileSync(join(import.meta.dirname, 'databases', DUMP), 'utf8'));
  db.close();
  mkdirSync(join(folder, 'keys', 'mau'), { recursive: true });
  writeFileSync(join(folder, 'keys', 'mau', '2027-q1.key'), KEY);
  now = new Date('2027-04-05T02:00:00Z');
  const env = readEnv({ DATABASE_URL: `file:${file}`, KEY_DIR: join(folder, 'keys'), LOG_LEVEL: 'silent' });
  services = await openServices(env, () => now);
  as = { ...JSON_TYPE };
  const credentials = { tenant: 'mau', login: 'province-admin', password: PASSWORD };
  const signed = await call<{ csrf: string }>('POST', '/v1/session', credentials);
  as = { ...as, 'x-dvc-csrf': signed.body.csrf };
});
afterEach(async () => {
  await services.close();
  rmSync(folder, { recursive: true });
});

const CORRECTION = {
  reason: 'Rà lại ngày trả của một hồ sơ.',
  erratum: 'Chỉ số 1 được tính lại vì một hồ sơ ghi sai ngày trả.',
};

describe('a snapshot made before sums were kept', () => {
  it('is shown as it was made, and corrected: what citizens said stays as it stood', async () => {
    const before = await results();
    expect(before.map(({ unit }) => unit)).toContain('so-a');
    const corrected = await act('2026-q4', 'correct', CORRECTION);
    expect([corrected.status, corrected.body.snapshot]).toEqual([200, '2026-q4.2']);
    const after = await results();
    const part = (all: typeof before) =>
      all.map(({ unit, n, satisfactionShare, rows }) => [unit, n, satisfactionShare, rows.map((row) => row.citizen)]);
    expect(part(after)).toEqual(part(before));
    expect(after.map(({ unit, total }) => [unit, total])).toEqual(before.map(({ unit, total }) => [unit, total]));
    // What citizens said of one officer's dossiers was not kept: his level is unknown here, and where it stands is told.
    const [officer] = (await call<Results>('GET', '/v1/periods/2026-q4/results')).body.officers;
    expect([officer?.completion, officer?.missing]).toEqual([null, [1, 3, 4, 7]]);
    expect(officer?.because).toContain('Bản chốt 2026-q4.1 không giữ phần phiếu của từng cán bộ');
    expect(await services.db.all("select 1 from snapshot_sums where tenant = 'mau'")).not.toEqual([]);
  });

  it('of a provisional period is scored anew from its records, not from sums it has not', async () => {
    await services.db.run(
      "update periods set state = 'closed', sealed_at = null, seal_begun_at = null, published_at = null where tenant = 'mau' and period = '2026-q4'",
    );
    const asked = { choices: { rounding: 'truncate' } };
    const refused = await act('2026-q4', 'rescore/preview', asked);
    expect([refused.status, refused.body.code, refused.body.message]).toEqual([
      409,
      'snapshot.sumless',
      expect.stringContaining('Tính lại từ hồ sơ.'),
    ]);
    const preview = await call<RescorePreview>('POST', '/v1/periods/2026-q4/rescore/preview', {
      ...asked,
      from: 'records',
    });
    expect([preview.status, preview.body.from]).toEqual([200, 'records']);
    expect(
      (await act('2026-q4', 'rescore', { ...asked, from: 'records', reason: CORRECTION.reason })).body.snapshot,
    ).toBe('2026-q4.2');
    expect(
      (await act('2026-q4', 'rescore', { choices: { rounding: 'halfUp' }, reason: CORRECTION.reason })).body.snapshot,
    ).toBe('2026-q4.3');
  });

  it('of a quarter is no part of a half-year until the quarter is corrected, which is said', async () => {
    expect((await act('2027-q1', 'close')).status).toBe(200);
    const half = { period: 'nua-nam', kind: 'custom', from: '2026-10-01', lastDay: '2027-03-31' };
    const opened = await call<Period & Problem>('POST', '/v1/periods', half);
    expect([opened.status, opened.body.parts]).toEqual([201, ['2026-q4', '2027-q1']]);
    const refused = await act('nua-nam', 'close');
    expect([refused.status, refused.body.code, refused.body.message]).toEqual([
      409,
      'snapshot.sumless',
      expect.stringContaining('đính chính quý đó trước'),
    ]);
    await act('2026-q4', 'correct', CORRECTION);
    expect((await act('nua-nam', 'close')).body).toMatchObject({ state: 'closed', snapshot: 'nua-nam.1' });
  });
});
