import { readdirSync, readFileSync } from 'node:fs';
import type { Db } from './db.ts';

const FOLDER = new URL('./migrations/', import.meta.url);

/** Every change of schema this program knows, in order. */
export function knownMigrations(): string[] {
  return readdirSync(FOLDER)
    .filter((name) => name.endsWith('.sql'))
    .sort();
}

/** Those of `done` this program does not know: a newer one made them. */
export function unknownMigrations(done: readonly string[]): string[] {
  const known = knownMigrations();
  return done.filter((name) => !known.includes(name));
}

async function apply(db: Db, name: string): Promise<void> {
  const statements = readFileSync(new URL(name, FOLDER), 'utf8')
    .split(/;\s*\n/)
    .map((s) => s.replace(/^\s*--.*$/gm, '').trim())
    .filter(Boolean);
  await db.batch([
    ...statements.map((s) => ({ sql: s })),
    { sql: 'insert into migrations (name) values (?)', params: [name] },
  ]);
}

/** Changes of schema this database has not seen, in order. @throws Error when a newer program wrote it. */
export async function missingMigrations(db: Db): Promise<string[]> {
  await db.run('create table if not exists migrations (name text primary key)');
  const done = (await db.all<{ name: string }>('select name from migrations')).map((row) => row.name);
  const unknown = unknownMigrations(done);
  if (unknown.length)
    throw new Error(
      `Cơ sở dữ liệu do bản phần mềm mới hơn ghi (${unknown.join(', ')}); bản này chỉ biết đến ${knownMigrations().at(-1)}. ` +
        'Chạy bản phần mềm mới hơn, hoặc phục hồi bản sao lưu đã ghi trước khi nâng cấp.',
    );
  return knownMigrations().filter((name) => !done.includes(name));
}

/** Makes the schema of the program that knew only `names`, in an empty database. */
export async function migrateTo(db: Db, names: readonly string[]): Promise<void> {
  await missingMigrations(db);
  for (const name of names) await apply(db, name);
}

/**
 * Brings the database up to date: each file of `migrations/` it has not seen, in order and each in one transaction.
 * @param before run first when a database with data in it is about to change.
 * @throws Error when the database holds a migration this program does not know: it was written by a newer one.
 */
export async function migrate(db: Db, before: () => Promise<void> = async () => {}): Promise<void> {
  const missing = await missingMigrations(db);
  if (missing.length > 0 && missing.length < knownMigrations().length) await before();
  for (const name of missing) await apply(db, name);
}
