import { copyFileSync, existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, describe, expect, test, vi } from 'vitest';
import { auditHasHash, auditHead } from '../../server/store/audit.ts';
import { openSqlite } from '../../server/store/sqlite.ts';
import { openFile } from '../../server/store/sqlite-backup/open-file.ts';
import { backedUp } from './backed-up.ts';
import { cli } from './cli-on.ts';
import { responseOf, testServer } from './test-server.ts';

const { of, newest } = backedUp();
let backup: Awaited<ReturnType<typeof cli>>;

beforeAll(async () => {
  vi.stubEnv('DATABASE_URL', `file:${of.file}`);
  vi.stubEnv('KEY_DIR', join(of.server.folder, 'keys'));
  vi.stubEnv('BASE_URL', '');
  backup = await cli('backup', of.backups);
});

test('there is a backup', () => {
  expect([backup.code, backup.err]).toEqual([0, '']);
});

describe('a restore changes nothing', () => {
  test('while the server runs', async () => {
    const refused = await cli('restore', newest(), '--replace');
    expect([refused.code, refused.err]).toEqual([1, expect.stringContaining('Dừng máy chủ')]);
    expect((await of.server.request('GET', '/readyz')).status).toBe(200);
    expect(readdirSync(of.server.folder).filter((name) => /restore-|truoc-phuc-hoi/.test(name))).toEqual([]);
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
      vi.stubEnv('DATABASE_URL', `file:${of.target}`);
      const refused = await cli('restore', spoil(join(of.server.folder, `hong.db`)));
      expect(refused.code).toBe(1);
      expect(refused.err).toContain(words);
      expect(existsSync(of.target)).toBe(false);
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
  expect(await auditHasHash(now, 'mau', (await auditHead(of.server.db, 'mau')).slice(0, 12))).toBe(false);
  await now.close();
  rmSync(other.folder, { recursive: true });
});
