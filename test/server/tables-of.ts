import type { Db } from '../../server/store/db.ts';
import { engine } from './test-database.ts';

/** Names of all tables of the database. */
export async function tablesOf(db: Pick<Db, 'all'>): Promise<string[]> {
  const rows = await db.all<{ name: string }>(
    engine === 'sqlite'
      ? "select name from sqlite_master where type = 'table' and name not like 'sqlite_%' order by name"
      : 'select tablename as name from pg_tables where schemaname = current_schema() order by tablename',
  );
  return rows.map(({ name }) => name);
}

/** Names of the columns of `table`. */
export async function columnsOf(db: Pick<Db, 'all'>, table: string): Promise<string[]> {
  const rows = await db.all<{ name: string }>(
    engine === 'sqlite'
      ? `select name from pragma_table_info('${table}')`
      : `select column_name as name from information_schema.columns where table_name = '${table}'`,
  );
  return rows.map(({ name }) => name);
}

/** Orders rows by where they lie: what could be read off a stolen disk. */
export const PLACE = engine === 'sqlite' ? 'rowid' : 'ctid';
