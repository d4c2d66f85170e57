import type { Database } from '../database.ts';
import type { Db } from './db.ts';
import { openPostgres } from './postgres.ts';
import { openSqlite } from './sqlite.ts';

/** @throws when it cannot be opened or reached. */
export const openDatabase = (database: Database): Promise<Db> =>
  database.engine === 'sqlite' ? openSqlite(database.file) : openPostgres(database.url);
