import { createHash } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import { auditHead, withAudit } from '../../server/store/audit.ts';
import { cli } from './cli-on.ts';
import { urlOf } from './test-database.ts';
import { NOW, type TestServer, testServer } from './test-server.ts';

let server: TestServer;
/** The head as a report printed it, when the log had five entries; two more came since. */
let printed = '';
let kept: Record<string, string | number>[] = [];

const write = async (n: number) =>
  withAudit(server.db, 'mau', NOW, { actor: 'user:lan', action: 'period.close', subject: `ky-${n}` });
const change = (sql: string) => server.db.run(sql);
const verify = (...more: string[]) => cli('verify-audit', '--tenant', 'mau', ...more);

/** The hash an entry must have, as whoever forges one would work it out. */
async function forge(seq: number, prev: string): Promise<void> {
  const row = ['mau', seq, NOW.toISOString(), 'user:lan', 'period.close', 'ky-giả', '{}', prev];
  const hash = createHash('sha256').update(JSON.stringify(row)).digest('hex');
  await server.db.run('insert into audit values (?, ?, ?, ?, ?, ?, ?, ?, ?)', [...row, hash]);
}

beforeAll(async () => {
  server = await testServer();
  for (let n = 1; n <= 5; n += 1) await write(n);
  printed = await auditHead(server.db, 'mau');
  for (let n = 6; n <= 7; n += 1) await write(n);
  await withAudit(server.db, 'kia', NOW, { actor: 'user:hoa', action: 'period.open', subject: 'x' });
  kept = await server.db.all('select * from audit');
});
beforeEach(async () => {
  vi.stubEnv('DATABASE_URL', urlOf(server.database));
  vi.stubEnv('BASE_URL', '');
  const places = Object.keys(kept[0] ?? {}).map(() => '?');
  await server.db.batch([
    { sql: 'delete from audit' },
    ...kept.map((row) => ({ sql: `insert into audit values (${places.join(', ')})`, params: Object.values(row) })),
  ]);
});
afterAll(async () => {
  vi.unstubAllEnvs();
  await server.close();
});

test('a log nobody touched holds the head a report printed, also its first 12 characters, also in capitals', async () => {
  for (const head of [printed, printed.slice(0, 12), printed.slice(0, 12).toUpperCase()])
    expect((await verify('--head', head)).code).toBe(0);
});

for (const [what, harm, row] of [
  ['an edited row', () => change("update audit set actor = 'user:minh' where tenant = 'mau' and seq = 4"), 4],
  ['a dropped row', () => change("delete from audit where tenant = 'mau' and seq = 4"), 4],
  ['the first row cut away', () => change("delete from audit where tenant = 'mau' and seq = 1"), 1],
  [
    'the first rows cut away and the rest moved up',
    async () => {
      await change("delete from audit where tenant = 'mau' and seq = 1");
      for (let seq = 2; seq <= 7; seq += 1)
        await change(`update audit set seq = ${seq - 1} where tenant = 'mau' and seq = ${seq}`);
    },
    1,
  ],
  [
    'two rows that changed places',
    async () => {
      await change("update audit set seq = 99 where tenant = 'mau' and seq = 2");
      await change("update audit set seq = 2 where tenant = 'mau' and seq = 3");
      await change("update audit set seq = 3 where tenant = 'mau' and seq = 99");
    },
    2,
  ],
  [
    "rows of two tenants' logs mixed",
    async () => {
      await change("delete from audit where tenant = 'mau' and seq = 1");
      await change("update audit set tenant = 'mau' where tenant = 'kia' and seq = 1");
    },
    1,
  ],
  [
    'a row put in after the end that names no row before it',
    () => change("insert into audit values ('mau', 8, 'x', 'x', 'x', 'x', '{}', 'x', 'x')"),
    8,
  ],
] as const)
  test(`${what} is found at row ${row}, with or without a head`, async () => {
    await harm();
    for (const more of [[], ['--head', printed]]) {
      const { code, err } = await verify(...more);
      expect([code, err]).toEqual([1, expect.stringContaining(`không liền từ dòng ${row}.`)]);
    }
  });

test('a cut end that a report knows of is found by the head it printed, and by nothing else', async () => {
  await change("delete from audit where tenant = 'mau' and seq >= 5");
  expect((await verify()).code).toBe(0);
  expect(await verify('--head', printed)).toMatchObject({ code: 1, err: expect.stringContaining('đã bị cắt bỏ') });
});

test('rows forged over a cut end follow one another, and the head a report printed is still missing', async () => {
  await change("delete from audit where tenant = 'mau' and seq >= 5");
  await forge(5, await auditHead(server.db, 'mau'));
  await forge(6, await auditHead(server.db, 'mau'));
  expect((await verify()).code).toBe(0);
  expect((await verify('--head', printed)).code).toBe(1);
});

test('a snapshot changed behind the back of the log is named', async () => {
  const admin = server.credentials.mau['province-admin'];
  server.clock.now = new Date('2027-01-04T02:00:00Z');
  expect((await server.request('POST', '/v1/periods/2026-q4/close', {}, admin)).status).toBe(200);
  expect((await verify()).code).toBe(0);
  await change(
    `update snapshot_units set result = replace(result, '"total":null', '"total":150') where tenant = 'mau'`,
  );
  const told = await verify();
  expect([told.code, told.err]).toEqual([1, expect.stringContaining('bản chốt 2026-q4.1 khác mã lúc chốt')]);
});
