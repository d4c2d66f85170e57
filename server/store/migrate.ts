import { readdirSync, readFileSync } from 'node:fs';
import { Refusal } from '../refusal.ts';
import type { Db } from './db.ts';
import { isOvertaken } from './overtaken.ts';

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
    // First: what another process has done, or is about to, is not begun.
    { sql: 'insert into migrations (name) values (?)', params: [name] },
    ...statements.map((s) => ({ sql: s })),
  ]);
}

/** How often a change of schema another process is at is waited for; a wait lasts as long as the database lets writers wait, 10 s. */
const WAITS = 60;

const isBusy = (error: unknown) => error instanceof Refusal && error.code === 'store.busy';

/** `apply`, of several processes started together by one; the others wait for it. */
async function applyOnce(db: Db, name: string): Promise<void> {
  for (let waits = 1; ; waits += 1)
    try {
      return await apply(db, name);
    } catch (error) {
      if (isOvertaken(error, 'migrations')) return;
      if (!isBusy(error) || waits === WAITS) throw error;
    }
}

/** What the database has seen; a new one has not even the table of it. */
async function doneMigrations(db: Db): Promise<string[]> {
  const read = () => db.all<{ name: string }>('select name from migrations');
  const rows = await read().catch(async () => {
    await db.run('create table if not exists migrations (name text primary key)');
    return read();
  });
  return rows.map((row) => row.name);
}

/** Changes of schema this database has not seen, in order. @throws Error when a newer program wrote it. */
export async function missingMigrations(db: Db): Promise<string[]> {
  const done = await doneMigrations(db);
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
  for (const name of missing) await applyOnce(db, name);
}
