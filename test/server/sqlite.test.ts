import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'libsql';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Outcome, Problem } from '#wire/problem.ts';
import { openSqlite } from '../../server/store/sqlite.ts';
import { responseOf, type TestServer, testServer } from './test-server.ts';

let server: TestServer;

beforeEach(async () => {
  server = await testServer();
});
afterEach(() => server.close());

/** A setting of the connection that writes. */
const set = (pragma: string) => server.db.all(`pragma ${pragma}`);

const unit = { unit: 'so-moi', name: 'Sở Mới', parent: null, level: 'province', from: '2026-01-01' };
const putUnit = () => server.request<Problem>('POST', '/v1/units', [unit], server.credentials.mau['province-admin']);

async function fillDisk(): Promise<void> {
  const [size] = await server.db.all<{ page_count: number }>('pragma page_count');
  await set(`max_page_count = ${size?.page_count}`);
}

test('a full disk is said as such, not hidden by the rollback that no longer finds a transaction', async () => {
  await fillDisk();
  const big = {
    sql: 'insert into published_tables (tenant, id, body) values (?, ?, ?)',
    params: ['mau', 'x', 'x'.repeat(100_000)],
  };
  const fault = await server.db.batch([big]).catch((error: unknown) => error);
  expect(fault).toMatchObject({ status: 503, code: 'store.full', headers: { 'retry-after': '60' } });
});

test('a citizen who sends while the disk is full is told so, and nothing else of the server', async () => {
  await fillDisk();
  const comment = 'Chờ lâu nhưng cán bộ hướng dẫn rõ. '.repeat(28).trim();
  let sent = await server.request<Problem>('POST', '/v1/responses', responseOf(1, { comment }));
  // The last page has room for a few.
  for (let n = 2; n < 60 && sent.status === 201; n += 1)
    sent = await server.request<Problem>('POST', '/v1/responses', responseOf(n, { comment }));
  expect([sent.status, sent.body.code]).toEqual([503, 'store.full']);
  expect(sent.body.message).toContain('hết chỗ lưu');
});

test('a database that cannot be written is not ready, and says so to whoever changes something', async () => {
  expect((await server.request('GET', '/readyz')).status).toBe(200);
  await set('query_only = on');
  const ready = await server.request<Problem>('GET', '/readyz');
  expect([ready.status, ready.body.code]).toEqual([503, 'store.down']);
  const put = await putUnit();
  expect([put.status, put.body.code]).toEqual([503, 'store.readonly']);
  await set('query_only = off');
  expect((await server.request('GET', '/readyz')).status).toBe(200);
});

test('while another process holds the database a change is put off, and afterwards it works', async () => {
  await set('busy_timeout = 20');
  const other = new Database(join(server.folder, 'a.db'));
  other.exec('begin immediate');
  const put = await putUnit();
  expect([put.status, put.body.code, put.headers.get('retry-after')]).toEqual([503, 'store.busy', '2']);
  // Of many each says it for itself: what was not stored is kept and sent again.
  const many = await server.request<{ outcomes: Outcome[] }>('POST', '/v1/responses', [
    responseOf(801),
    responseOf(802),
  ]);
  for (const each of many.body.outcomes)
    expect(each).toMatchObject({ outcome: 'refused', status: 503, problem: { code: 'store.busy' }, retryAfter: 2 });
  other.exec('rollback');
  other.close();
  expect((await putUnit()).status).toBeLessThan(300);
});

test('a file that is no database is refused when it is opened', async () => {
  const file = join(server.folder, 'not.db');
  writeFileSync(file, 'x'.repeat(4096));
  await expect(openSqlite(file)).rejects.toThrow(/^Không mở được .*not\.db: .*not a database/);
});

for (const [name, place] of [
  ['writes', '0'],
  ['reads', '1'],
] as const)
  test(`the process ends with a clear line when the thread that ${name} dies`, async () => {
    const child = spawn(
      process.execPath,
      ['--import', 'tsx', 'test/server/lose-thread.ts', join(server.folder, 'b.db'), place],
      { env: { PATH: process.env.PATH } },
    );
    let said = '';
    child.stdout.on('data', (chunk: Buffer) => {
      said += chunk.toString();
    });
    const [code] = await once(child, 'close');
    expect([code, said]).toEqual([1, expect.stringContaining('Luồng cơ sở dữ liệu dừng bất ngờ')]);
  });

test('the file is written anew in little memory, however large it is', async () => {
  await set('cache_size = -2000');
  await server.db.run('create table bulk (x blob)');
  await server.db.run(
    'insert into bulk with recursive n(i) as (select 1 union all select i + 1 from n where i < 64) select zeroblob(1000000) from n',
  );
  const before = process.memoryUsage().rss;
  let most = before;
  const looks = setInterval(() => {
    most = Math.max(most, process.memoryUsage().rss);
  }, 2);
  await server.db.settle('file');
  clearInterval(looks);
  expect((most - before) / 1024 ** 2).toBeLessThan(32);
}, 30_000);

test('many rows of one insert are stored as each alone would be, whatever stands in them', async () => {
  const texts = ['Ủy ban', '', '"', '\\u0000', 'a\u0000b', 'a\ud83d', '12', 'null', '\\', '\ud83d\ude00', '[1]'];
  const rows = [null, 0, -3, 9_007_199_254_740_991, 2.5, ...texts].map((value, i) => [i, value]);
  const sql = (table: string) => `insert into ${table} (id, value) values (?, ?)`;
  await server.db.run('create table alone (id integer primary key, value)');
  await server.db.run('create table many (id integer primary key, value)');
  // Those that need care and those that do not go different ways.
  const groups = [rows, rows.slice(0, 5)];
  for (const group of groups) {
    await server.db.batch(group.map((params) => ({ sql: sql('alone'), params })));
    expect(await server.db.batch([{ sql: sql('many'), rows: group }])).toEqual([group.length]);
    const stored = (table: string) => server.db.all(`select id, value from ${table} order by id`);
    expect(await stored('many')).toEqual(await stored('alone'));
    await server.db.batch(['alone', 'many'].map((table) => ({ sql: `delete from ${table}` })));
  }
  const add =
    'insert into many (id, value) values (?, ?) on conflict (id) do update set value = value + excluded.value';
  const twice = {
    sql: add,
    rows: [
      [1, 2],
      [2, 5],
    ],
  };
  await server.db.batch([twice, twice]);
  expect(await server.db.all('select id, value from many order by id')).toEqual([
    { id: 1, value: 4 },
    { id: 2, value: 10 },
  ]);
});
