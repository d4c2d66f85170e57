import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Database } from '../../server/database.ts';
import { AUDIT_START, auditHead, verifyAudit, withAudit } from '../../server/store/audit.ts';
import type { Db } from '../../server/store/db.ts';
import { migrate } from '../../server/store/migrate.ts';
import { openDatabase } from '../../server/store/open-database.ts';
import { replanned } from '../../server/store/replanned.ts';
import { newDatabase } from './test-database.ts';

const AT = new Date('2026-11-10T02:00:00Z');
let folder: string;
let db: Db;
/** A chain of its own for every test. */
let tenant = '';
let database: Database;
let tests = 0;

const entry = (n: number) => ({ actor: 'user:lan', action: 'period.close', subject: `ky-${n}`, detail: { n } });

async function chainOf(length: number) {
  for (let n = 1; n <= length; n += 1) await withAudit(db, tenant, AT, entry(n));
}

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'dvc-audit-'));
  database = await newDatabase(folder);
  db = await openDatabase(database);
  await migrate(db);
});

afterAll(async () => {
  await db.close();
  rmSync(folder, { recursive: true });
});

beforeEach(() => {
  tests += 1;
  tenant = `mau${tests}`;
});

describe('the audit log is a chain', () => {
  test('an empty log and a log nobody touched follow', async () => {
    expect(await auditHead(db, tenant)).toBe(AUDIT_START);
    expect(await verifyAudit(db, tenant)).toBeNull();
    await chainOf(5);
    expect(await verifyAudit(db, tenant)).toBeNull();
    expect(await auditHead(db, tenant)).toMatch(/^[0-9a-f]{64}$/);
  });

  test('a log longer than one page of the check follows, and a fault on its second page is found', async () => {
    await chainOf(1003);
    expect(await verifyAudit(db, tenant)).toBeNull();
    await db.run(`update audit set actor = 'user:minh' where tenant = '${tenant}' and seq = 1002`);
    expect(await verifyAudit(db, tenant)).toBe(1002);
  });

  for (const [column, value] of [
    ['at', '2026-11-10T02:00:01.000Z'],
    ['actor', 'user:minh'],
    ['action', 'period.open'],
    ['subject', 'ky-9'],
    ['detail', '{"n":4}'],
    ['prev', AUDIT_START],
    ['hash', 'f'.repeat(64)],
  ] as const)
    test(`row 3 with another ${column} is found at 3`, async () => {
      await chainOf(5);
      await db.run(`update audit set ${column} = ? where tenant = '${tenant}' and seq = 3`, [value]);
      expect(await verifyAudit(db, tenant)).toBe(3);
    });

  test('a dropped row is found at its place', async () => {
    await chainOf(5);
    await db.run(`delete from audit where tenant = '${tenant}' and seq = 3`);
    expect(await verifyAudit(db, tenant)).toBe(3);
  });

  test('a dropped row whose followers moved up is found at the first of them', async () => {
    await chainOf(5);
    await db.run(`delete from audit where tenant = '${tenant}' and seq = 3`);
    await db.run(`update audit set seq = seq - 1 where tenant = '${tenant}' and seq = 4`);
    await db.run(`update audit set seq = seq - 1 where tenant = '${tenant}' and seq = 5`);
    expect(await verifyAudit(db, tenant)).toBe(3);
  });

  test('two rows that changed places are found at the first of them', async () => {
    await chainOf(5);
    for (const [from, to] of [
      [2, 99],
      [3, 2],
      [99, 3],
    ])
      await db.run('update audit set seq = ? where tenant = ? and seq = ?', [to as number, tenant, from as number]);
    expect(await verifyAudit(db, tenant)).toBe(2);
  });

  test('a cut end leaves a whole chain with another head: why reports print the head', async () => {
    await chainOf(5);
    const printed = await auditHead(db, tenant);
    await db.run(`delete from audit where tenant = '${tenant}' and seq = 5`);
    expect(await verifyAudit(db, tenant)).toBeNull();
    expect(await auditHead(db, tenant)).not.toBe(printed);
  });

  test("a row copied from another tenant's log does not follow", async () => {
    await chainOf(1);
    await db.run(
      `insert into audit select 'kia', seq, at, actor, action, subject, detail, prev, hash from audit where tenant = '${tenant}'`,
    );
    expect(await verifyAudit(db, 'kia')).toBe(1);
  });
});

describe('a change and its entry stand or fall together', () => {
  test('entries written at once by many keep one chain, each with its change', async () => {
    await Promise.all(
      Array.from({ length: 12 }, (_, n) =>
        withAudit(db, tenant, AT, entry(n), [
          { sql: 'insert into sequences (tenant, name, next) values (?, ?, 1)', params: [tenant, `s${n}`] },
        ]),
      ),
    );
    expect(await verifyAudit(db, tenant)).toBeNull();
    const rows = await db.all<{ subject: string }>(`select subject from audit where tenant = '${tenant}'`);
    expect(new Set(rows.map((row) => row.subject)).size).toBe(12);
    expect(await db.all(`select name from sequences where tenant = '${tenant}'`)).toHaveLength(12);
  });

  test('a hundred entries at one moment, and some of another process among them, keep one chain', async () => {
    const other = await openDatabase(database);
    const write = (through: Db, n: number) => withAudit(through, tenant, AT, entry(n));
    await Promise.all([
      ...Array.from({ length: 100 }, (_, n) => write(db, n)),
      ...Array.from({ length: 5 }, (_, n) => write(other, 100 + n)),
    ]);
    await other.close();
    expect(await verifyAudit(db, tenant)).toBeNull();
    const rows = await db.all<{ subject: string }>('select subject from audit where tenant = ?', [tenant]);
    expect(new Set(rows.map((row) => row.subject)).size).toBe(105);
  });

  test('a change that fails holds up nobody behind it', async () => {
    const [fault, next] = await Promise.allSettled([
      withAudit(db, tenant, AT, entry(1), [{ sql: 'insert into nowhere values (1)' }]),
      withAudit(db, tenant, AT, entry(2)),
    ]);
    expect([fault?.status, next?.status]).toEqual(['rejected', 'fulfilled']);
    expect(await verifyAudit(db, tenant)).toBeNull();
  });

  /** As another process that writes an entry of its own right before each of the first `n` here. */
  function overtaking(n: number): Db {
    let left = n;
    // A line of its own: nobody waits in this one for himself.
    const beside: Db = { ...db };
    return {
      ...db,
      async batch(statements) {
        if (left > 0) {
          left -= 1;
          await withAudit(beside, tenant, AT, entry(left));
        }
        return db.batch(statements);
      },
    };
  }

  test('who is overtaken for as long as one waits is told so, and planned anew from the beginning where it can be', async () => {
    const refused = await withAudit(overtaking(50), tenant, AT, entry(99)).catch((error: unknown) => error);
    expect(refused).toMatchObject({ status: 503, code: 'store.busy', headers: { 'retry-after': '2' } });
    const through = overtaking(51);
    await replanned(() => withAudit(through, tenant, AT, entry(100)));
    expect(await verifyAudit(db, tenant)).toBeNull();
    const mine = await db.all('select 1 from audit where tenant = ? and subject in (?, ?)', [
      tenant,
      'ky-99',
      'ky-100',
    ]);
    expect(mine).toHaveLength(1);
  }, 40_000);

  test('a change that fails leaves no entry', async () => {
    await expect(withAudit(db, tenant, AT, entry(1), [{ sql: 'insert into nowhere values (1)' }])).rejects.toThrow();
    expect(await auditHead(db, tenant)).toBe(AUDIT_START);
  });
});
