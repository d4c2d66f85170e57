import { createHash } from 'node:crypto';
import {
  copyFileSync,
  cpSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { readEnv } from '../../server/env.ts';
import { openServices } from '../../server/open-services.ts';
import { auditHasHash, auditHead, verifyAudit } from '../../server/store/audit.ts';
import type { Db } from '../../server/store/db.ts';
import { heldByReceiptOrNull } from '../../server/store/held-responses.ts';
import { openSqlite } from '../../server/store/sqlite.ts';
import { exportedColumns } from '../../server/store/sqlite-backup/export-tenant.ts';
import { openFile, tablesOf } from '../../server/store/sqlite-backup/open-file.ts';
import { cli } from './cli-on.ts';
import { filesWith } from './files-with.ts';
import { fillPeriod } from './filled-period.ts';
import { NOW, responseOf, type TestServer, testServer } from './test-server.ts';

const COMMENT = 'Cán bộ ở quầy hướng dẫn rất kỹ';
const PASSING = ['sessions', 'person_tokens', 'enrolments', 'first_admin_links', 'leases'];
let server: TestServer;
let backups: string;
let file: string;
/** Where a test restores to; the running server's own database stays. */
let target: string;
let receipt = '';
let tests = 0;

const newest = () => join(backups, readdirSync(backups).sort().at(-1) ?? '');

async function contents(db: Db): Promise<Record<string, string[]>> {
  const tables = await db.all<{ name: string }>("select name from sqlite_master where type = 'table' order by name");
  const all: Record<string, string[]> = {};
  for (const { name } of tables.filter(({ name }) => !PASSING.includes(name) && name !== 'audit'))
    all[name] = (await db.all(`select * from ${name}`)).map((row) => JSON.stringify(row)).sort();
  return all;
}

beforeAll(async () => {
  server = await testServer();
  backups = join(server.folder, 'sao-luu');
  file = join(server.folder, 'a.db');
  await fillPeriod(server);
  const sent = await server.request<{ receipt: string }>('POST', '/v1/responses', responseOf(7, { comment: COMMENT }));
  receipt = sent.body.receipt;
});
beforeEach(() => {
  tests += 1;
  target = join(server.folder, `dich-${tests}`, 'a.db');
  vi.stubEnv('DATABASE_URL', `file:${file}`);
  vi.stubEnv('KEY_DIR', join(server.folder, 'keys'));
  vi.stubEnv('BACKUP_DIR', backups);
  vi.stubEnv('BASE_URL', '');
});
afterAll(async () => {
  vi.unstubAllEnvs();
  await server.close();
});

describe('a backup taken beside the running server', () => {
  test('restores every row of every table, and receipts open again', async () => {
    const before = await contents(server.db);
    const taken = await cli('backup');
    expect([taken.code, taken.err]).toEqual([0, '']);
    expect(newest()).toMatch(/\/a-\d{8}T\d{6}Z-\d{3}\.db$/);
    // Counted after the copy: the audit entry of the backup itself is not in it.
    expect(await verifyAudit(server.db, 'mau')).toBeNull();

    vi.stubEnv('DATABASE_URL', `file:${target}`);
    const restored = await cli('restore', newest());
    expect([restored.code, restored.err]).toEqual([0, '']);
    const services = await openServices(
      readEnv({ DATABASE_URL: `file:${target}`, KEY_DIR: join(server.folder, 'keys'), LOG_LEVEL: 'error' }),
      () => NOW,
    );
    expect(await contents(services.db)).toEqual(before);
    expect(await heldByReceiptOrNull(services.db, services.keys, receipt)).toMatchObject({ row: { comment: COMMENT } });
    expect(await verifyAudit(services.db, 'mau')).toBeNull();
    expect(await services.db.all('select * from sessions')).toEqual([]);
    // The log of the restored file goes on from the backup's and says what happened.
    const [last] = await services.db.all("select action from audit where tenant = 'mau' order by seq desc limit 1");
    expect(last).toEqual({ action: 'database.restore' });
    expect(restored.out).toContain(await auditHead(services.db, 'mau'));
    await services.close();
  });

  test('holds no answer of an open period in the clear, and no key', async () => {
    const links = await server.db.all<{ link: string }>('select link from links');
    const [key] = readdirSync(join(server.folder, 'keys', 'mau')).map((n) => join(server.folder, 'keys', 'mau', n));
    expect(links.length).toBeGreaterThan(4);
    // The search finds what is there: the running database, and a dossier in the backup.
    expect(filesWith(server.folder, [COMMENT]).length).toBeGreaterThan(0);
    const dossiers = filesWith(backups, ['H99.01-261102-0001']);
    expect(dossiers).toHaveLength(readdirSync(backups).length);
    expect(filesWith(backups, [COMMENT, ...links.map((l) => l.link)])).toEqual([]);
    const bytes = readFileSync(newest());
    expect(bytes.includes(readFileSync(key ?? ''))).toBe(false);
    const copy = openFile(newest(), { readonly: true });
    for (const table of ['responses', 'links', 'receipts', 'day_counts', 'procedure_tallies'])
      expect(copy.prepare(`select count(*) as n from ${table} where tenant = 'mau'`).all(), table).toEqual([{ n: 0 }]);
    copy.close();
  });

  test('once the key is destroyed the answers come back from nowhere; the closed results do', async () => {
    const keys = join(server.folder, 'keys-sau-khoa-so');
    cpSync(join(server.folder, 'keys'), keys, { recursive: true });
    const closed = join(server.folder, 'chot.db');
    // As the close leaves it: the period closed, every row still there.
    await server.db.run(
      "update periods set state = 'closed', closed_at = '2027-01-04T02:00:00.000Z' where tenant = 'mau'",
    );
    await cli('backup');
    copyFileSync(newest(), closed);
    await server.db.run("update periods set state = 'open', closed_at = null where tenant = 'mau'");
    const tallies = await server.db.all("select * from tallies where tenant = 'mau'");
    rmSync(join(keys, 'mau', '2026-q4.key'));
    vi.stubEnv('DATABASE_URL', `file:${target}`);
    vi.stubEnv('KEY_DIR', keys);

    const refused = await cli('restore', closed);
    expect(refused.code).toBe(1);
    expect(refused.err).toContain('Thiếu khóa của kỳ mau/2026-q4');
    expect(existsSync(target)).toBe(false);

    const restored = await cli('restore', closed, '--without', 'mau/2026-q4');
    expect([restored.code, restored.err]).toEqual([0, '']);
    const db = await openSqlite(target);
    expect(await db.all("select state from periods where tenant = 'mau'")).toEqual([{ state: 'sealed' }]);
    for (const table of ['responses', 'links', 'receipts', 'procedure_tallies', 'day_counts'])
      expect(await db.all(`select * from ${table} where tenant = 'mau'`), table).toEqual([]);
    expect(await db.all("select * from tallies where tenant = 'mau'")).toEqual(tallies);
    expect(await db.all("select name from sqlite_master where name = 'hidden_rows'")).toEqual([]);
    await db.close();
    rmSync(newest());
  });

  test('another key under the same name opens nothing', async () => {
    const keys = join(server.folder, 'keys-khac');
    cpSync(join(server.folder, 'keys'), keys, { recursive: true });
    writeFileSync(join(keys, 'mau', '2026-q4.key'), Buffer.alloc(32, 7));
    vi.stubEnv('DATABASE_URL', `file:${target}`);
    vi.stubEnv('KEY_DIR', keys);
    expect((await cli('restore', newest())).err).toContain('Thiếu khóa của kỳ mau/2026-q4');
  });

  test('a period whose key is lost is copied as it is, and that is said', async () => {
    vi.stubEnv('KEY_DIR', join(server.folder, 'khong-co-khoa'));
    const taken = await cli('backup', join(server.folder, 'sao-luu-2'));
    expect(taken.code).toBe(0);
    expect(taken.err).toContain('Kỳ mau/2026-q4 thiếu khóa');
  });

  test('only the newest are kept', async () => {
    const folder = join(server.folder, 'sao-luu-3');
    cpSync(backups, folder, { recursive: true });
    for (const day of ['01', '02', '03']) copyFileSync(newest(), join(folder, `a-202601${day}T000000Z-001.db`));
    writeFileSync(join(folder, 'khac.db'), 'not ours');
    await cli('backup', folder, '--keep', '2');
    const kept = readdirSync(folder).sort();
    expect(kept).toHaveLength(3);
    expect(kept.at(-1)).toBe('khac.db');
    expect(kept.join()).not.toContain('20260103');
  });

  test('keys go by a call of their own, never to where backups lie', async () => {
    expect((await cli('backup', 'keys', join(backups, 'khoa'))).err + (await cli('backup', 'keys')).err).toMatch(
      /không được nằm chung.*\n.*Cần nơi cất khóa/,
    );
    const safe = join(server.folder, 'ket-sat');
    expect((await cli('backup', 'keys', safe)).code).toBe(0);
    const [copy = ''] = readdirSync(safe);
    expect(readFileSync(join(safe, copy, 'mau', '2026-q4.key'))).toEqual(
      readFileSync(join(server.folder, 'keys', 'mau', '2026-q4.key')),
    );
  });
});

describe('a restore changes nothing', () => {
  test('while the server runs', async () => {
    const refused = await cli('restore', newest(), '--replace');
    expect([refused.code, refused.err]).toEqual([1, expect.stringContaining('Dừng máy chủ')]);
    expect((await server.request('GET', '/readyz')).status).toBe(200);
    expect(readdirSync(server.folder).filter((name) => /restore-|truoc-phuc-hoi/.test(name))).toEqual([]);
  });

  test('over a database nobody said to replace', async () => {
    expect((await cli('restore', newest())).err).toContain('Thêm --replace');
  });

  for (const [what, spoil, words] of [
    ['out of no file', () => join(tmpdir(), 'khong-co.db'), 'Không có tệp'],
    [
      'out of a file that is no backup',
      (to: string) => {
        writeFileSync(to, 'x'.repeat(9000));
        return to;
      },
      'không phải tệp sao lưu',
    ],
    [
      'out of a backup with a damaged page',
      (to: string) => {
        const bytes = readFileSync(newest());
        // Every page but the first two.
        bytes.fill(0xff, 8192);
        writeFileSync(to, bytes);
        return to;
      },
      'không dùng được',
    ],
    [
      'out of a backup whose log was edited',
      (to: string) => {
        copyFileSync(newest(), to);
        const edited = openFile(to);
        edited.exec(
          "insert into audit values ('kia', 1, 'x', 'x', 'x', 'x', '{}', 'x', 'x') on conflict do update set actor = 'x'",
        );
        edited.close();
        return to;
      },
      'nhật ký của kia không liền từ dòng 1',
    ],
    [
      'out of a backup of a newer program',
      (to: string) => {
        copyFileSync(newest(), to);
        const edited = openFile(to);
        edited.exec("insert into migrations values ('900-later.sql')");
        edited.close();
        return to;
      },
      '900-later.sql',
    ],
  ] as const)
    test(what, async () => {
      vi.stubEnv('DATABASE_URL', `file:${target}`);
      const refused = await cli('restore', spoil(join(server.folder, `hong-${tests}.db`)));
      expect(refused.code).toBe(1);
      expect(refused.err).toContain(words);
      expect(existsSync(target)).toBe(false);
    });
});

test('replacing keeps the old file aside, whole', async () => {
  const other = await testServer();
  await other.request('POST', '/v1/responses', responseOf(8));
  await other.services.close();
  const old = join(other.folder, 'a.db');
  vi.stubEnv('DATABASE_URL', `file:${old}`);
  const restored = await cli('restore', newest(), '--replace');
  expect([restored.code, restored.err]).toEqual([0, '']);
  const aside = /Tệp cũ ở (\S+)\./.exec(restored.out)?.[1] ?? '';
  const db = await openSqlite(aside);
  expect(await db.all('select count(*) as n from responses')).toEqual([{ n: 1 }]);
  await db.close();
  const now = await openSqlite(old);
  expect(await now.all("select count(*) as n from responses where tenant = 'mau'")).toEqual([{ n: 8 }]);
  // A head printed after the backup was taken is not in the log any more, and a check against it says so.
  expect(await auditHasHash(now, 'mau', (await auditHead(server.db, 'mau')).slice(0, 12))).toBe(false);
  await now.close();
  rmSync(other.folder, { recursive: true });
});

describe('the export', () => {
  test('holds every row of the tenant, of one moment, and no secret', async () => {
    const folder = join(mkdtempSync(join(tmpdir(), 'dvc-export-')), 'ra');
    const done = await cli('export', folder, '--tenant', 'mau');
    expect([done.code, done.err]).toEqual([0, '']);
    for (const table of ['dossiers', 'responses', 'tallies', 'self_scores', 'users']) {
      const rows = readFileSync(join(folder, `${table}.ndjson`), 'utf8')
        .split('\n')
        .filter(Boolean);
      const [there] = await server.db.all<{ n: number }>(`select count(*) as n from ${table} where tenant = 'mau'`);
      expect(rows, table).toHaveLength(there?.n ?? -1);
      for (const row of rows) expect(JSON.parse(row)).toMatchObject({ tenant: 'mau' });
    }
    const sums = readFileSync(join(folder, 'SHA256SUMS'), 'utf8').trim().split('\n');
    for (const [sum, name = ''] of sums.map((line) => line.split('  ')))
      expect(
        createHash('sha256')
          .update(readFileSync(join(folder, name)))
          .digest('hex'),
        name,
      ).toBe(sum);
    const links = await server.db.all<{ link: string }>('select link from links');
    const hashes = await server.db.all<{ h: string }>(
      `select password_hash as h from users union select key_hash from devices union select key_hash from portal_keys
       union select token_hash from invitations union select pin_hash from officers where pin_hash is not null`,
    );
    expect(hashes.length).toBeGreaterThan(5);
    expect(filesWith(folder, ['"kia"', ...links.map((l) => l.link), ...hashes.map((row) => row.h)])).toEqual([]);
    expect(readFileSync(join(folder, 'README.txt'), 'utf8')).toContain('dossiers.ndjson: 6 dòng');
    expect((await cli('export', folder, '--tenant', 'mau')).err).toContain('Chọn một thư mục chưa có');
  });

  test('every column that sounds like a secret has been judged', async () => {
    const database = openFile(file, { readonly: true });
    const loud = [...tablesOf(database)].flatMap(([table, columns]) =>
      (exportedColumns(table, columns) ?? [])
        .filter(({ name }) => /hash|secret|token|pass|pin\b|key$|hidden|csrf|link/.test(name))
        .map(({ name }) => `${table}.${name}`),
    );
    database.close();
    // Hashes of what was sent, imported or scored, and of the log; they open nothing.
    expect(loud.filter((name) => !/\.(body|facts|rows|item|after)_hash$|^audit\.hash$/.test(name))).toEqual([]);
  });
});
