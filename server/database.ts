/** Where the data of a server lie. The address of PostgreSQL may hold a password: only `databaseName` is told to anybody. */
export type Database =
  | { readonly engine: 'sqlite'; readonly file: string }
  | { readonly engine: 'postgres'; readonly url: string };

/** The database an address names; `null` = neither engine's. */
export function databaseOrNull(url: string): Database | null {
  if (/^file:./.test(url)) return { engine: 'sqlite', file: url.slice('file:'.length) };
  if (!/^postgres(ql)?:/.test(url) || !URL.canParse(url)) return null;
  const { hostname, pathname } = new URL(url);
  return hostname && /^\/[^/]+$/.test(pathname) ? { engine: 'postgres', url } : null;
}

/** What a database is called in what people read: its file, or server and name. */
export function databaseName(database: Database): string {
  if (database.engine === 'sqlite') return database.file;
  const { host, pathname } = new URL(database.url);
  return `postgres://${host}${pathname}`;
}
