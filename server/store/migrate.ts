import { readdirSync, readFileSync } from 'node:fs';
import type { Db } from './db.ts';

const FOLDER = new URL('./migrations/', import.meta.url);

/**
 * Applies, in order and each in one transaction, the files of `migrations/` this database has not seen.
 * @throws when the database holds a migration this program does not know: it was written by a newer one.
 */
export async function migrate(db: Db): Promise<void> {
  await db.run('create table if not exists migrations (name text primary key)');
  const done = new Set((await db.all<{ name: string }>('select name from migrations')).map((row) => row.name));
  const files = readdirSync(FOLDER)
    .filter((name) => name.endsWith('.sql'))
    .sort();
  const unknown = [...done].filter((name) => !files.includes(name));
  if (unknown.length)
    throw new Error(`Cơ sở dữ liệu do bản mới hơn tạo (${unknown.join(', ')}). Hãy chạy bản phần mềm mới hơn.`);
  for (const name of files) {
    if (done.has(name)) continue;
    const sql = readFileSync(new URL(name, FOLDER), 'utf8');
    const statements = sql
      .split(/;\s*\n/)
      .map((s) => s.replace(/^\s*--.*$/gm, '').trim())
      .filter(Boolean);
    await db.batch([
      ...statements.map((s) => ({ sql: s })),
      { sql: 'insert into migrations (name) values (?)', params: [name] },
    ]);
  }
}
