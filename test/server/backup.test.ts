import { copyFileSync, cpSync, existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test, vi } from 'vitest';
import { readEnv } from '../../server/env.ts';
import { openServices } from '../../server/open-services.ts';
import { auditHead, verifyAudit } from '../../server/store/audit.ts';
import type { Db } from '../../server/store/db.ts';
import { heldByReceiptOrNull } from '../../server/store/held-responses.ts';
import { openSqlite } from '../../server/store/sqlite.ts';
import { openFile } from '../../server/store/sqlite-backup/open-file.ts';
import { backedUp, COMMENT } from './backed-up.ts';
import { cli } from './cli-on.ts';
import { filesWith } from './files-with.ts';
import { idOf, NOW, responseOf } from './test-server.ts';

const PASSING = ['sessions', 'person_tokens', 'enrolments', 'first_admin_links', 'leases'];
const { of, newest } = backedUp();

async function contents(db: Db): Promise<Record<string, string[]>> {
  const tables = await db.all<{ name: string }>("select name from sqlite_master where type = 'table' order by name");
  const all: Record<string, string[]> = {};
  for (const { name } of tables.filter(({ name }) => !PASSING.includes(name) && name !== 'audit'))
    all[name] = (await db.all(`select * from ${name}`)).map((row) => JSON.stringify(row)).sort();
  return all;
}

describe('a backup taken beside the running server', () => {
  test('restores every row of every table, and receipts open again', async () => {
    const before = await contents(of.server.db);
    const taken = await cli('backup');
    expect([taken.code, taken.err]).toEqual([0, '']);
    expect(newest()).toMatch(/\/a-\d{8}T\d{6}Z-\d{3}\.db$/);
    // Counted after the copy: the audit entry of the backup itself is not in it.
    expect(await verifyAudit(of.server.db, 'mau')).toBeNull();

    vi.stubEnv('DATABASE_URL', `file:${of.target}`);
    const restored = await cli('restore', newest());
    expect([restored.code, restored.err]).toEqual([0, '']);
    const services = await openServices(
      readEnv({ DATABASE_URL: `file:${of.target}`, KEY_DIR: join(of.server.folder, 'keys'), LOG_LEVEL: 'error' }),
      () => NOW,
    );
    expect(await contents(services.db)).toEqual(before);
    expect(await heldByReceiptOrNull(services.db, services.keys, of.receipt)).toMatchObject({
      row: { comment: COMMENT },
    });
    expect(await verifyAudit(services.db, 'mau')).toBeNull();
    expect(await services.db.all('select * from sessions')).toEqual([]);
    // The log of the restored file goes on from the backup's and says what happened.
    const [last] = await services.db.all("select action from audit where tenant = 'mau' order by seq desc limit 1");
    expect(last).toEqual({ action: 'database.restore' });
    expect(restored.out).toContain(await auditHead(services.db, 'mau'));
    await services.close();
  });

  test('holds no answer of an open period in the clear, and no key', async () => {
    const links = await of.server.db.all<{ link: string }>('select link from links');
    const [key] = readdirSync(join(of.server.folder, 'keys', 'mau')).map((n) =>
      join(of.server.folder, 'keys', 'mau', n),
    );
    expect(links.length).toBeGreaterThan(4);
    // The search finds what is there: the running database, and a dossier in the backup.
    expect(filesWith(of.server.folder, [COMMENT]).length).toBeGreaterThan(0);
    const dossiers = filesWith(of.backups, ['H99.01-261102-0001']);
    expect(dossiers).toHaveLength(readdirSync(of.backups).length);
    expect(filesWith(of.backups, [COMMENT, ...links.map((l) => l.link)])).toEqual([]);
    const bytes = readFileSync(newest());
    expect(bytes.includes(readFileSync(key ?? ''))).toBe(false);
    const copy = openFile(newest(), { readonly: true });
    for (const table of ['responses', 'links', 'receipts', 'day_counts', 'procedure_tallies', 'tallies'])
      expect(copy.prepare(`select count(*) as n from ${table} where tenant = 'mau'`).all(), table).toEqual([{ n: 0 }]);
    copy.close();
  });

  test('an answer more, an answer erased, a link given out: nothing that can be read of one backup differs from the next', async () => {
    const { request, credentials } = of.server;
    const readable = async () => {
      await cli('backup');
      const db = await openSqlite(newest());
      const { hidden_rows: hidden, ...rest } = await contents(db);
      const order = await db.all('select * from joint_counts order by rowid');
      await db.close();
      rmSync(newest());
      return { hidden, rest: { ...rest, order } as Record<string, unknown> };
    };
    const before = await readable();
    const invited = { dossier: 'H99.01-261102-0006', unit: 'so-a', procedure: '1.001612', stage: 'returned' };
    const { token } = (await request<{ token: string }>('POST', '/v1/invitations', invited, credentials.mau.portal))
      .body;
    expect((await request('POST', '/v1/responses', responseOf(60, { token }))).status).toBe(201);
    const { receipt } = (await request<{ receipt: string }>('POST', '/v1/responses', responseOf(61))).body;
    const gone = await request('DELETE', `/v1/responses/${idOf(61)}`, undefined, { 'x-dvc-receipt': receipt });
    expect(gone.status).toBe(204);
    await of.server.db.run(
      "insert into survey_messages values ('mau', 'H99.01-261102-0005', 'returned', 2, '2026-11-10')",
    );
    const after = await readable();
    expect(after.hidden).not.toEqual(before.hidden);
    for (const [table, rows] of Object.entries(after.rest)) expect(rows, table).toEqual(before.rest[table]);
  });

  test('once the key is destroyed the answers come back from nowhere; the closed results do', async () => {
    const keys = join(of.server.folder, 'keys-sau-khoa-so');
    cpSync(join(of.server.folder, 'keys'), keys, { recursive: true });
    const closed = join(of.server.folder, 'chot.db');
    // As the close leaves it: the period closed, every row still there.
    await of.server.db.run(
      "update periods set state = 'closed', closed_at = '2027-01-04T02:00:00.000Z' where tenant = 'mau'",
    );
    const snapshots = ['2026-q4.1', '2026-q4.2'];
    for (const [i, snapshot] of snapshots.entries()) {
      await of.server.db.run(
        `insert into snapshots (tenant, snapshot, period, number, reason, ruleset, choices, facts_hash, audit_head, summary, created_at)
         values ('mau', ?, '2026-q4', ?, 'x', 'x', '{}', 'x', 'x', '{}', 'x')`,
        [snapshot, i + 1],
      );
      await of.server.db.run("insert into snapshot_units values ('mau', ?, 'so-a', '{}')", [snapshot]);
    }
    await of.server.db.run("update periods set snapshot = '2026-q4.2' where tenant = 'mau'");
    await cli('backup');
    copyFileSync(newest(), closed);
    await of.server.db.run("update periods set state = 'open', closed_at = null, snapshot = null where tenant = 'mau'");
    const tallies = await of.server.db.all("select * from tallies where tenant = 'mau'");
    rmSync(join(keys, 'mau', '2026-q4.key'));
    vi.stubEnv('DATABASE_URL', `file:${of.target}`);
    vi.stubEnv('KEY_DIR', keys);

    const refused = await cli('restore', closed);
    expect(refused.code).toBe(1);
    expect(refused.err).toContain('Thiếu khóa của kỳ mau/2026-q4');
    expect(existsSync(of.target)).toBe(false);

    const restored = await cli('restore', closed, '--without', 'mau/2026-q4');
    expect([restored.code, restored.err]).toEqual([0, '']);
    const db = await openSqlite(of.target);
    expect(await db.all("select state from periods where tenant = 'mau'")).toEqual([{ state: 'sealed' }]);
    for (const table of ['responses', 'links', 'receipts', 'procedure_tallies', 'day_counts'])
      expect(await db.all(`select * from ${table} where tenant = 'mau'`), table).toEqual([]);
    expect(await db.all("select * from tallies where tenant = 'mau'")).toEqual(expect.arrayContaining(tallies));
    // What was counted in the end stays; beside an earlier count it would tell who came in between.
    for (const table of ['snapshots', 'snapshot_units'])
      expect(await db.all(`select snapshot from ${table}`), table).toEqual([{ snapshot: '2026-q4.2' }]);
    expect(await db.all("select name from sqlite_master where name = 'hidden_rows'")).toEqual([]);
    await db.close();
    rmSync(newest());
  });

  test('another key under the same name opens nothing', async () => {
    const keys = join(of.server.folder, 'keys-khac');
    cpSync(join(of.server.folder, 'keys'), keys, { recursive: true });
    writeFileSync(join(keys, 'mau', '2026-q4.key'), Buffer.alloc(32, 7));
    vi.stubEnv('DATABASE_URL', `file:${of.target}`);
    vi.stubEnv('KEY_DIR', keys);
    expect((await cli('restore', newest())).err).toContain('Thiếu khóa của kỳ mau/2026-q4');
  });

  test('a period whose key is lost is copied as it is, and that is said', async () => {
    vi.stubEnv('KEY_DIR', join(of.server.folder, 'khong-co-khoa'));
    const taken = await cli('backup', join(of.server.folder, 'sao-luu-2'));
    expect(taken.code).toBe(0);
    expect(taken.err).toContain('Kỳ mau/2026-q4 thiếu khóa');
  });

  test('only the newest are kept', async () => {
    const folder = join(of.server.folder, 'sao-luu-3');
    cpSync(of.backups, folder, { recursive: true });
    for (const day of ['01', '02', '03']) copyFileSync(newest(), join(folder, `a-202601${day}T000000Z-001.db`));
    writeFileSync(join(folder, 'khac.db'), 'not ours');
    await cli('backup', folder, '--keep', '2');
    const kept = readdirSync(folder).sort();
    expect(kept).toHaveLength(3);
    expect(kept.at(-1)).toBe('khac.db');
    expect(kept.join()).not.toContain('20260103');
  });

  test('two taken within one second are two files', async () => {
    vi.useFakeTimers({ now: NOW, toFake: ['Date'] });
    const folder = join(of.server.folder, 'sao-luu-4');
    await cli('backup', folder);
    await cli('backup', folder);
    vi.useRealTimers();
    expect(readdirSync(folder).filter((name) => name.endsWith('.db'))).toHaveLength(2);
  });

  test('keys go by a call of their own, never to where backups lie', async () => {
    expect((await cli('backup', 'keys', join(of.backups, 'khoa'))).err + (await cli('backup', 'keys')).err).toMatch(
      /không được nằm chung.*\n.*Cần nơi cất khóa/,
    );
    const safe = join(of.server.folder, 'ket-sat');
    expect((await cli('backup', 'keys', safe)).code).toBe(0);
    const [copy = ''] = readdirSync(safe);
    expect(readFileSync(join(safe, copy, 'mau', '2026-q4.key'))).toEqual(
      readFileSync(join(of.server.folder, 'keys', 'mau', '2026-q4.key')),
    );
  });
});
