export type Value = string | number | null;

/** Plain SQL with `?` for each bound value. */
export interface Statement {
  readonly sql: string;
  readonly params?: readonly Value[];
  /**
   * In place of `params`, for an `insert … values (?, …)` of one row: it is done for each of them, at the cost of little more than one.
   * No two have the same key.
   */
  readonly rows?: readonly (readonly Value[])[];
}

/**
 * What the store needs of a database engine; only `sqlite.ts` and `postgres.ts` know a dialect.
 * A promise that resolves after a write means the write is durable.
 */
export interface Db {
  /** Rows of one query. */
  all<Row>(sql: string, params?: readonly Value[]): Promise<Row[]>;
  /** One statement in its own transaction; returns the number of rows changed. */
  run(sql: string, params?: readonly Value[]): Promise<number>;
  /** All statements in one transaction, or none; returns rows changed per statement. Without any it says whether writes are taken. */
  batch(statements: readonly Statement[]): Promise<number[]>;
  /**
   * Deleted rows leave the database's log, where they live on for a while; with `file` also the gaps of its pages, for
   * which the whole file is written anew and writes wait. PostgreSQL does nothing for `log` and gives their room free (`vacuum`) with `file`;
   * what it, its log and its backups keep of them is told in server/README.md.
   * @throws Refusal 503 `store.busy` when a reader or writer elsewhere, such as a backup, holds the log for 5 s.
   */
  settle(what: 'log' | 'file'): Promise<void>;
  close(): Promise<void>;
}

/** The first row, or `null`. */
export async function oneOrNull<Row>(db: Db, sql: string, params?: readonly Value[]): Promise<Row | null> {
  const rows = await db.all<Row>(sql, params);
  return rows[0] ?? null;
}
