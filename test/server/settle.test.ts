import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'libsql';
import { expect, test } from 'vitest';
import { openSqlite } from '../../server/store/sqlite.ts';
import { filesWith } from './files-with.ts';

/** Enough rows that pages are split, joined and freed. */
const ROWS = 3000;
const secret = (i: number) => `bí mật số ${String(i).padStart(6, '0')}`;

test('what was deleted is in no file of the database once it has settled', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'dvc-settle-'));
  const db = await openSqlite(join(folder, 'a.db'));
  await db.run('create table t (n integer primary key, kept integer, text text)');
  await db.run('create index t_by_text on t (text)');
  const order = Array.from({ length: ROWS }, (_, i) => (i * 7919) % ROWS);
  await db.batch(
    order.map((i) => ({
      sql: 'insert into t values (?, ?, ?)',
      params: [i, i % 3 === 0 ? 1 : 0, secret(i).repeat(4)],
    })),
  );
  await db.run('delete from t where kept = 0');
  const deleted = order.filter((i) => i % 3 !== 0).map(secret);
  expect(filesWith(folder, deleted), 'the log still has them').not.toEqual([]);
  await db.settle('log');
  expect(filesWith(folder, deleted)).not.toContain('a.db-wal');
  await db.settle('file');
  expect(filesWith(folder, deleted)).toEqual([]);
  expect(filesWith(folder, [secret(0)]), 'the search finds what is kept').toEqual(['a.db']);
  await db.close();
  rmSync(folder, { recursive: true });
});

test('while a backup reads, what waits for the log is told to come again, and nothing is lost', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'dvc-settle-'));
  const db = await openSqlite(join(folder, 'a.db'));
  await db.run('create table t (n integer primary key)');
  const reader = new Database(join(folder, 'a.db'), { readonly: true });
  reader.exec('begin');
  reader.prepare('select * from t').all();
  await db.run('insert into t values (1)');
  await expect(db.settle('log')).rejects.toMatchObject({ status: 503, code: 'store.busy' });
  reader.exec('commit');
  await db.settle('log');
  expect(await db.all('select n from t')).toEqual([{ n: 1 }]);
  reader.close();
  await db.close();
  rmSync(folder, { recursive: true });
});
