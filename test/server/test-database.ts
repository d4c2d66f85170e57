import { join } from 'node:path';
import pg from 'pg';
import type { Database } from '../../server/database.ts';
import { openDatabase } from '../../server/store/open-database.ts';

/** The PostgreSQL the suite runs on, when it does (`npm run test:postgres`). */
const postgres = process.env.TEST_POSTGRES;
export const engine: Database['engine'] = postgres ? 'postgres' : 'sqlite';

/** The value of DATABASE_URL for a database. */
export const urlOf = (database: Database) => (database.engine === 'sqlite' ? `file:${database.file}` : database.url);

async function ask(sql: string): Promise<void> {
  const client = new pg.Client(postgres);
  await client.connect();
  try {
    await client.query(sql);
  } finally {
    await client.end();
  }
}

let made = 0;

/**
 * A database nobody has: a file in `folder`, which goes with the folder, or one in the PostgreSQL of the run, which goes with the run.
 * @param template one to begin with a copy of; nobody may be using it.
 */
export async function newDatabase(folder: string, name = 'a.db', template?: Database): Promise<Database> {
  if (!postgres) return { engine: 'sqlite', file: join(folder, name) };
  made += 1;
  const own = `t${process.pid}_${made}_${Math.random().toString(36).slice(2, 8)}`;
  const from = template?.engine === 'postgres' ? new URL(template.url).pathname.slice(1) : 'template0';
  await ask(`create database ${own} template ${from}`);
  const url = new URL(postgres);
  url.pathname = `/${own}`;
  return { engine: 'postgres', url: url.href };
}

/** Drops what `newDatabase` made, sooner than the run ends; a file goes with its folder. */
export async function dropDatabase(database: Database): Promise<void> {
  if (database.engine === 'postgres')
    await ask(`drop database if exists ${new URL(database.url).pathname.slice(1)} with (force)`);
}

/** An empty database, open. */
export const openNew = async (folder: string, name?: string) => openDatabase(await newDatabase(folder, name));
