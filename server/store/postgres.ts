import { setTimeout as sleep } from 'node:timers/promises';
import pg, { type Pool, type PoolClient, type QueryResult } from 'pg';
import { faultPlace, log } from '../log.ts';
import { Refusal } from '../refusal.ts';
import type { Db, Statement } from './db.ts';
import { gaveWay, isLost, postgresFault, readonly } from './postgres-fault.ts';
import { piecesOf } from './postgres-rows.ts';
import { sessions } from './postgres-session.ts';
import { PROBES, send, transaction } from './postgres-transaction.ts';
import { storeBusy } from './store-busy.ts';

/** Connections of one process. Writers stand in one line anyway; a second has its statements there when the first ends. */
const READERS = { max: 6, statementSeconds: 120 };
/** A change of schema or the end of a great period takes its time. */
const WRITERS = { max: 2, statementSeconds: 600 };

/** Tries of a transaction PostgreSQL gave up for another's sake, and the pause between. */
const TRIES = 5;
const PAUSE_MS = 20;

/** Texts are compared byte by byte, as keys of pages and as SQLite does. */
const BYTEWISE = /^(C|POSIX|C\.utf-?8)$/i;
const WRONG_ORDER =
  "Cơ sở dữ liệu PostgreSQL cần mã UTF8 và thứ tự C. Tạo lại: create database TÊN template template0 encoding 'UTF8' locale 'C'";

const isQuery = /^\s*(select|with)\b(?![\s\S]*\breturning\b)/i;

interface Connections {
  readonly pool: Pool;
  readonly max: number;
  /** How many are at work. */
  used: number;
}

/** Runs `work` on a connection of `from`; one that was lost is thrown away, and the next call makes a new one. */
async function using<T>(from: Connections, work: (client: PoolClient) => Promise<T>): Promise<T> {
  let client: PoolClient;
  try {
    client = await from.pool.connect();
  } catch (error) {
    // All of them work for others: the database is there.
    throw from.used >= from.max ? storeBusy() : postgresFault(error);
  }
  from.used += 1;
  // Between two calls a lost connection has nobody to tell; the pool drops it.
  const ignore = () => {};
  client.on('error', ignore);
  let lost = false;
  try {
    return await work(client);
  } catch (error) {
    lost = error instanceof Refusal || isLost(error);
    throw error;
  } finally {
    client.off('error', ignore);
    from.used -= 1;
    client.release(lost);
  }
}

/**
 * A PostgreSQL database, through a few connections for reading and a few for writing; all go to the primary. A connection that is lost is
 * made anew by the next call. `url` may hold the password: it is never logged.
 * @throws Refusal 503 `store.down` when it cannot be reached; Error when it orders texts otherwise than byte by byte.
 */
export async function openPostgres(url: string): Promise<Db> {
  const connections = ({ max, statementSeconds }: typeof READERS): Connections => ({
    pool: new pg.Pool(sessions(url, max, statementSeconds)),
    ...{ max, used: 0 },
  });
  const [read, write] = [connections(READERS), connections(WRITERS)];
  for (const { pool } of [read, write]) pool.on('error', (error) => log.warn(faultPlace(error), 'postgres'));

  async function commit(statements: readonly Statement[]): Promise<QueryResult[]> {
    for (let tries = 1; ; tries += 1)
      try {
        return await using(write, (client) => transaction(client, statements));
      } catch (error) {
        if (!gaveWay(error) || tries === TRIES) throw postgresFault(error);
        await sleep(PAUSE_MS * tries);
      }
  }

  async function query(statement: Statement): Promise<QueryResult> {
    try {
      return await using(read, (client) => send(client, statement));
    } catch (error) {
      throw postgresFault(error);
    }
  }

  /**
   * Whether a write would be acknowledged now, without standing in line with writers: who asks by the second must not. The transaction
   * writes a line of no meaning into PostgreSQL's log, or its end would wait for nobody; so it waits for the disk and the standby, and with
   * it all that could be read before: also what a crash left that nobody was told of.
   * @throws Refusal 503 `store.unsure` when the end was not heard, `store.busy` behind another whose end is not.
   */
  async function settled(): Promise<number[]> {
    const sql = `select readonly, case when readonly = 'off' then pg_logical_emit_message(true, 'danhgia-dvc', '')::text end as mark
      from (select case when pg_is_in_recovery() then 'on' else current_setting('transaction_read_only') end as readonly) s`;
    try {
      const [told] = await using(write, (client) => transaction(client, [{ sql }], PROBES));
      if (told?.rows[0]?.readonly === 'on') throw readonly();
      return [];
    } catch (error) {
      throw postgresFault(error);
    }
  }

  const db: Db = {
    async all<Row>(sql: string, params: Statement['params'] = []) {
      const result = isQuery.test(sql) ? await query({ sql, params }) : (await commit([{ sql, params }]))[0];
      return (result?.rows ?? []) as Row[];
    },
    run: async (sql, params = []) => (await commit([{ sql, params }]))[0]?.rowCount ?? 0,
    async batch(statements) {
      if (statements.length === 0) return settled();
      const pieces = statements.map(piecesOf);
      const counts = (await commit(pieces.flat())).map(({ rowCount }) => rowCount ?? 0);
      return pieces.map((own) => counts.splice(0, own.length).reduce((sum, n) => sum + n, 0));
    },
    async settle(what) {
      // The log of PostgreSQL is emptied by nobody, and rows deleted one by one are its own autovacuum's.
      if (what === 'log') return;
      const tables = await db.all<{ name: string }>(
        'select quote_ident(tablename) as name from pg_tables where schemaname = current_schema() order by tablename',
      );
      try {
        for (const { name } of tables)
          await using(write, (client) => send(client, { sql: `vacuum (index_cleanup on, truncate on) ${name}` }));
      } catch (error) {
        throw postgresFault(error);
      }
    },
    async close() {
      await Promise.all([read.pool.end(), write.pool.end()]);
    },
  };
  try {
    const [how] = await db.all<{ encoding: string; collation: string }>(
      `select pg_encoding_to_char(encoding) as encoding, case datlocprovider when 'b' then 'C' else datcollate end as collation
       from pg_database where datname = current_database()`,
    );
    if (how?.encoding !== 'UTF8' || !BYTEWISE.test(how.collation)) throw new Error(WRONG_ORDER);
  } catch (error) {
    await db.close();
    throw error;
  }
  return db;
}
