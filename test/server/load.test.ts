import { createHash } from 'node:crypto';
import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { createApp } from '../../server/app.ts';
import { ADMIN, fillDemo } from '../../server/demo/fill.ts';
import { readEnv } from '../../server/env.ts';
import { openServices } from '../../server/open-services.ts';
import { knownMigrations, migrateTo } from '../../server/store/migrate.ts';
import { openSqlite } from '../../server/store/sqlite.ts';
import { exportedColumns, exportTenant } from '../../server/store/sqlite-backup/export-tenant.ts';
import type { Manifest } from '../../server/store/sqlite-backup/manifest.ts';
import { type File, openFile, rowCounts, rowsOf, tablesOf } from '../../server/store/sqlite-backup/open-file.ts';
import { cli } from './cli-on.ts';
import { JSON_TYPE } from './sign-in.ts';

vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 });
const folder = mkdtempSync(join(tmpdir(), 'dvc-load-'));
const at = (...names: string[]) => join(folder, ...names);
const source = at('nguon', 'a.db');
const out = at('ra');
const other = at('ra-khac');
/** Periods of the demo that are not sealed and have answers. */
let unsealed: string[] = [];
let tests = 0;
let target = '';

const point = (file: string, keys: string) => {
  vi.stubEnv('DATABASE_URL', `file:${file}`);
  vi.stubEnv('KEY_DIR', keys);
  vi.stubEnv('BASE_URL', '');
};

/** A row in every table of the tenant that the demo leaves empty. */
function fillTheRest(file: File): void {
  for (const [table, columns] of tablesOf(file)) {
    if (!columns.some(({ name }) => name === 'tenant')) continue;
    if (rowsOf(file, `select tenant from ${table} where tenant = 'mau' limit 1`).length) continue;
    const values = columns.map(({ name, type }) =>
      name === 'tenant' ? 'mau' : /int|real/.test(type) ? 7 : `${name} «\u2028"\\\u0007🏛`,
    );
    file.prepare(`insert into ${table} values (${columns.map(() => '?').join(', ')})`).run(values);
  }
}

beforeAll(async () => {
  const env = readEnv({ DATABASE_URL: `file:${source}`, KEY_DIR: at('keys'), LOG_LEVEL: 'error' });
  const services = await openServices(env, () => new Date('2026-11-22T05:00:00Z'));
  await fillDemo(services);
  await services.close();
  const file = openFile(source);
  fillTheRest(file);
  unsealed = rowsOf<{ period: string }>(
    file,
    `select period from periods p where tenant = 'mau' and state <> 'sealed' and exists (select 1 from responses r
      where r.tenant = p.tenant and r.period = p.period) order by period`,
  ).map(({ period }) => period);
  file.close();
  point(source, at('keys'));
  expect(await cli('export', out, '--tenant', 'mau')).toMatchObject({ code: 0, err: '' });
  expect(await cli('export', other, '--tenant', 'binhthuan')).toMatchObject({ code: 0, err: '' });
});
beforeEach(() => {
  tests += 1;
  target = at(`dich-${tests}`, 'a.db');
  point(target, at(`keys-${tests}`));
});
afterAll(() => {
  vi.unstubAllEnvs();
  rmSync(folder, { recursive: true });
});

/** Options by which all of them are agreed to. */
const agreed = () => unsealed.flatMap((period) => ['--unlinked', `mau/${period}`]);

/** A copy of the export with the text of one of its files changed; the sums follow when asked to. */
function changed(name: string, by: (text: string) => string, { sums = false } = {}): string {
  const copy = at(`sua-${tests}-${name}`);
  cpSync(out, copy, { recursive: true });
  const text = by(readFileSync(join(copy, name), 'utf8'));
  writeFileSync(join(copy, name), text);
  if (sums) {
    const list = readFileSync(join(copy, 'SHA256SUMS'), 'utf8');
    const sum = createHash('sha256').update(text).digest('hex');
    writeFileSync(join(copy, 'SHA256SUMS'), list.replace(new RegExp(`\\w{64}  ${name}`), `${sum}  ${name}`));
  }
  return copy;
}

test('export, load, export again: every table byte for byte, none of them empty', async () => {
  const loaded = await cli('load', out, ...agreed());
  expect([loaded.code, loaded.err]).toEqual([0, '']);
  expect(loaded.out).toMatch(/^Đã nạp [\d.]+ dòng của mau, bản xuất lúc 20/);
  const again = at('ra-lai');
  expect(await cli('export', again, '--tenant', 'mau')).toMatchObject({ code: 0 });
  const names = readdirSync(out).filter((name) => name.endsWith('.ndjson'));
  expect(names.length).toBeGreaterThan(40);
  for (const name of names) {
    const [before, after] = [out, again].map((place) => readFileSync(join(place, name)));
    expect(before?.length, name).toBeGreaterThan(0);
    // Loading is itself a line of the log, after all that was there.
    const same = name === 'audit.ndjson' ? after?.subarray(0, before?.length) : after;
    expect(same?.equals(before as Buffer), name).toBe(true);
  }
  expect(await cli('verify-audit')).toMatchObject({ code: 0 });
  const database = openFile(target, { readonly: true });
  const [last] = rowsOf<{ action: string; detail: string }>(
    database,
    'select action, detail from audit order by seq desc limit 1 offset 1',
  );
  expect([last?.action, JSON.parse(last?.detail ?? '')]).toMatchObject(['database.load', { unlinked: unsealed }]);
  for (const [table, columns] of tablesOf(database))
    if (!exportedColumns(table, columns) && table !== 'migrations')
      expect([table, rowCounts(database).get(table)]).toEqual([table, 0]);
  database.close();
});

test('a loaded database serves: nobody signs in before a password is set, and it is ready', async () => {
  // Two provinces that shared a database share one again.
  const loaded = await cli('load', out, other, ...agreed());
  expect(loaded.out).toMatch(/ dòng của mau,[\s\S]* dòng của binhthuan,/);
  const signIn = async () => {
    const env = readEnv({ DATABASE_URL: `file:${target}`, KEY_DIR: at(`keys-${tests}`), LOG_LEVEL: 'error' });
    const services = await openServices(env, () => new Date('2026-11-22T05:00:00Z'));
    const password = /: ([A-Z0-9-]{20,})/.exec(said.out)?.[1] ?? ADMIN.password;
    const body = JSON.stringify({ tenant: 'mau', login: ADMIN.login, password });
    const headers = { ...JSON_TYPE, 'content-length': String(Buffer.byteLength(body)) };
    const response = await createApp(services).request('/v1/session', { method: 'POST', headers, body });
    const unready = await services.unready();
    await services.close();
    return [response.status, unready.filter(({ code }) => code !== 'disk.low')];
  };
  let said = { out: '' };
  expect(await signIn()).toEqual([401, []]);
  said = await cli('user', 'password', ADMIN.login, '--tenant', 'mau');
  expect(await signIn()).toEqual([201, []]);
});

test('what an earlier version exported is loaded and brought up to date', async () => {
  const known = knownMigrations();
  const old = at('cu.db');
  const db = await openSqlite(old);
  await migrateTo(db, known.slice(0, 8));
  await db.close();
  const file = openFile(old);
  fillTheRest(file);
  // Its one line is no chain.
  file.exec('delete from audit');
  const counts = rowCounts(file);
  file.close();
  const moment = new Date('2026-11-22T05:00:00Z');
  await exportTenant(old, 'mau', at('ra-cu'), moment);
  expect(await cli('load', at('ra-cu'), '--unlinked', 'mau/period «\u2028"\\\u0007🏛')).toMatchObject({
    code: 0,
    err: '',
  });
  const loaded = openFile(target, { readonly: true });
  expect(rowsOf<{ name: string }>(loaded, 'select name from migrations order by name').map(({ name }) => name)).toEqual(
    known,
  );
  const now = rowCounts(loaded);
  for (const table of ['dossiers', 'responses', 'petitions', 'cases', 'imports', 'snapshots', 'users'])
    expect([table, now.get(table)]).toEqual([table, counts.get(table)]);
  loaded.close();
});

describe('nothing is loaded and nothing left behind', () => {
  const refused = async (why: string, ...args: string[]) => {
    const { code, err } = await cli('load', ...args);
    expect([code, err]).toEqual([1, expect.stringContaining(why)]);
    expect(existsSync(target)).toBe(false);
    expect(existsSync(at(`dich-${tests}`)) ? readdirSync(at(`dich-${tests}`)) : []).toEqual([]);
  };

  test('while a period with answers is not agreed to', () => refused(`thêm ${agreed().join(' ')}`, out));

  test('out of a folder that is no export, or of a newer program', async () => {
    await refused('không đọc được manifest.json', folder);
    await refused(
      'manifest.json không khớp SHA256SUMS',
      changed('manifest.json', (text) => text.replace('"rows": ', '"rows":  ')),
    );
    const newest = knownMigrations().at(-1) ?? '';
    const newer = (text: string) => text.replace(newest, '999-sau-nay.sql');
    await refused('bản phần mềm mới hơn ghi (999-sau-nay.sql)', changed('manifest.json', newer, { sums: true }));
  });

  test('out of a table cut, changed, of another tenant, or missing', async () => {
    const cases: [string, string][] = [
      ['dossiers.ndjson không đọc được ở dòng', changed('dossiers.ndjson', (text) => text.slice(0, -5))],
      [
        'officers.ndjson không khớp mã kiểm tra',
        changed('officers.ndjson', (text) => text.replace('Quầy 1', 'Quầy 9')),
      ],
      ['units.ndjson có', changed('units.ndjson', (text) => `${text.split('\n').slice(1).join('\n')}`)],
      ['procedures.ndjson không đọc được', changed('procedures.ndjson', (text) => text.replace('"mau"', '"kia"'))],
      ['petitions.ndjson không đọc được', changed('petitions.ndjson', (text) => text.replace('"tenant":', '"la":'))],
    ];
    for (const [why, copy] of cases) await refused(why, copy, ...agreed());
    const without = (text: string) => {
      const { tables, ...rest } = JSON.parse(text) as Manifest;
      return JSON.stringify({ ...rest, tables: tables.filter(({ name }) => name !== 'cases') });
    };
    await refused('thiếu bảng', changed('manifest.json', without, { sums: true }), ...agreed());
    const broken = changed('audit.ndjson', (text) => text.replace('"actor":"operator"', '"actor":"nobody__"'));
    await refused('audit.ndjson không khớp mã kiểm tra', broken, ...agreed());
  });

  test('twice the same tenant, or over a database that is there', async () => {
    await refused('cùng một tỉnh', out, out);
    point(source, at('keys'));
    const { code, err } = await cli('load', out, ...agreed());
    expect([code, err]).toEqual([1, expect.stringContaining('chỉ nạp vào nơi còn trống')]);
  });
});
