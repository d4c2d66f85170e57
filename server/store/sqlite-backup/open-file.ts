import Database from 'libsql';
import type { Db, Value } from '../db.ts';

export type File = Database.Database;
export type Row = Readonly<Record<string, Value>>;

/** A connection of its own to a database file, in this thread: for commands and for the start, never while serving. */
export function openFile(file: string, { readonly = false } = {}): File {
  const opened = new Database(file, { readonly });
  opened.exec('pragma busy_timeout = 10000');
  return opened;
}

/** The rows of one query. */
export function rowsOf<Result = Row>(file: File, sql: string, params: readonly Value[] = []): Result[] {
  return file.prepare(sql).all(params) as Result[];
}

/** What the house reads a database by. */
export function readerOf(file: File): Pick<Db, 'all'> {
  return { all: async (sql, params = []) => rowsOf(file, sql, params) };
}

/** One column as it was declared; `key` is its place in the primary key from 1, 0 outside it; `needed` is never empty. */
export interface Column {
  readonly name: string;
  readonly type: string;
  readonly key: number;
  readonly needed: boolean;
}

/** Tables of the house with their columns, by name. */
export function tablesOf(file: File): Map<string, Column[]> {
  const names = rowsOf<{ name: string }>(
    file,
    "select name from sqlite_master where type = 'table' and name not like 'sqlite\\_%' escape '\\' order by name",
  );
  return new Map(
    names.map(({ name }) => [
      name,
      rowsOf<{ name: string; type: string; pk: number; notnull: number }>(file, `pragma table_info("${name}")`).map(
        ({ name, type, pk, notnull }) => ({ name, type, key: pk, needed: notnull === 1 }),
      ),
    ]),
  );
}

/** How many rows each table holds. */
export function rowCounts(file: File): Map<string, number> {
  return new Map(
    [...tablesOf(file).keys()].map((name) => [
      name,
      rowsOf<{ n: number }>(file, `select count(*) as n from "${name}"`)[0]?.n ?? 0,
    ]),
  );
}

/** Rows of `table`, `size` at a time in the order they are stored; `where` begins with `and`. */
export function* pagesOf(
  file: File,
  table: string,
  { where = '', params = [], size = 500 }: { where?: string; params?: readonly Value[]; size?: number } = {},
): Generator<Row[]> {
  const columns = (tablesOf(file).get(table) ?? []).map(({ name }) => `"${name}"`).join(', ');
  const page = file.prepare(
    `select rowid as "@place", ${columns} from "${table}" not indexed where rowid > ? ${where} order by rowid limit ${size}`,
  );
  for (let place = 0; ; ) {
    const rows = page.all([place, ...params]) as (Row & { '@place': number })[];
    if (rows.length === 0) return;
    place = rows.at(-1)?.['@place'] ?? place;
    yield rows.map(({ '@place': _, ...row }) => row as Row);
    if (rows.length < size) return;
  }
}
