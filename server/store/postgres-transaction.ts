import { setTimeout as sleep } from 'node:timers/promises';
import type { PoolClient, QueryResult } from 'pg';
import type { Statement } from './db.ts';
import { isAftermath, isLost, postgresFault, unsure } from './postgres-fault.ts';
import { prepared } from './postgres-sql.ts';

export const send = (client: Pick<PoolClient, 'query'>, { sql, params = [] }: Statement): Promise<QueryResult> => {
  const { text, name } = prepared(sql, params.length > 0);
  // Null for values would be the protocol of plain text, in which one call may hold many statements.
  return client.query({ text, ...(name ? { name } : {}), ...(params.length ? { values: [...params] } : {}) });
};

/**
 * Writers of every process stand in one line, as at SQLite's one writer: what a transaction reads and writes is never mixed with
 * another's. Released by the end of the transaction, however it ends.
 */
const LINE = 'select pg_advisory_xact_lock(7305411867)';

/**
 * Who only asks whether writes are acknowledged stands in a line of its own. Whoever waits for a standby that is gone notices neither a
 * caller that left nor a time limit: so one session hangs there, and those behind it give up waiting for the lock.
 */
export const PROBES = 'select pg_advisory_xact_lock(7305411868)';

/** How long the end of a transaction is waited for: with no standby left it would be for ever. */
const END_MS = 15_000;

/** What `end` came to. @throws Refusal 503 `store.unsure` when that was waited for in vain. */
async function heard(end: Promise<QueryResult>): Promise<QueryResult> {
  const over = new AbortController();
  const late = sleep(END_MS, undefined, { signal: over.signal }).then(() => Promise.reject(unsure()));
  try {
    return await Promise.race([end, late]);
  } finally {
    over.abort();
    late.catch(() => {});
  }
}

/**
 * All of `statements` in one transaction, or none; sent at once, so that it costs one round trip. It has happened when this resolves.
 * @param line which writers, or askers, it stands in line with.
 * @throws Refusal 503 `store.unsure` when the answer to its end was not heard within 15 s; else whatever PostgreSQL said first, and nothing
 * was written.
 */
export async function transaction(
  client: PoolClient,
  statements: readonly Statement[],
  line = LINE,
): Promise<QueryResult[]> {
  let warned = false;
  // Sessions hear warnings alone. At a commit they say that it did not wait for the standby, and it is answered like any other.
  const hear = () => {
    warned = true;
  };
  client.on('notice', hear);
  const sent = [
    client.query('begin'),
    client.query(line),
    ...statements.map((statement) => send(client, statement)),
    // Nothing may cut the wait for the standby short.
    client.query('set local statement_timeout = 0'),
  ];
  const ended = client.query('commit');
  // It may fail before anybody waits for it.
  ended.catch(() => {});
  const all = await Promise.allSettled(sent);
  const [end] = await Promise.allSettled([heard(ended)]);
  client.off('notice', hear);
  const failed = [...all, end].flatMap((one) => (one.status === 'rejected' ? [one.reason as unknown] : []));
  const first = failed.find((error) => !isAftermath(error));
  if (first !== undefined && !isLost(first)) throw first;
  if (first !== undefined || warned || end.status !== 'fulfilled') throw unsure();
  // A transaction that cannot be committed is rolled back, and that is no error.
  if (end.value.command !== 'COMMIT') throw postgresFault(new Error('rollback'));
  return all.slice(2, 2 + statements.length).flatMap((one) => (one.status === 'fulfilled' ? [one.value] : []));
}
