import type { Client, PoolConfig } from 'pg';
import pg from 'pg';
import { readonly } from './postgres-fault.ts';

/** How long a wait for a lock and a pause inside a transaction may last before the server ends them. */
const LOCK_SECONDS = 10;
const IDLE_SECONDS = 10;
/** How long a new connection, or a free one of the pool, is waited for. */
const CONNECT_MS = 10_000;
/** An answer so much later than the server ends a statement will never come. */
const SILENCE_SECONDS = 10;

const asNumber = (text: string) => Number(text);

/** By the number of the type (`pg_type.oid`): the store knows texts, numbers and null, as SQLite gives them. */
const PARSERS: Readonly<Record<number, (text: string) => unknown>> = {
  [pg.types.builtins.BOOL]: (text) => (text === 't' ? 1 : 0),
  [pg.types.builtins.INT8]: asNumber,
  [pg.types.builtins.NUMERIC]: asNumber,
};

/**
 * `synchronous_commit` at least `on`: what is acknowledged has reached the disk, and the synchronous standby where there is one. A role or
 * database set to less is overruled, one set to more is left.
 */
const settingsOf = (
  statementSeconds: number,
) => `select pg_is_in_recovery() as standby, current_setting('default_transaction_read_only') as readonly,
  set_config('synchronous_commit', case current_setting('synchronous_commit')
    when 'remote_apply' then 'remote_apply' else 'on' end, false),
  set_config('default_transaction_isolation', 'read committed', false),
  set_config('statement_timeout', '${statementSeconds}s', false),
  set_config('lock_timeout', '${LOCK_SECONDS}s', false),
  set_config('idle_in_transaction_session_timeout', '${IDLE_SECONDS}s', false),
  set_config('client_min_messages', 'warning', false)`;

async function begin(client: Client, settings: string): Promise<void> {
  const { rows } = await client.query<{ standby: number; readonly: string }>(settings);
  if (rows[0]?.standby === 0 && rows[0].readonly === 'off') return;
  throw readonly();
}

/** A pool of at most `max` connections to the primary of `url`, whose statements may last `statementSeconds` each. */
export function sessions(url: string, max: number, statementSeconds: number): PoolConfig {
  const settings = settingsOf(statementSeconds);
  return {
    connectionString: url,
    application_name: 'danhgia-dvc',
    max,
    pipeline: true,
    keepAlive: true,
    keepAliveInitialDelayMillis: 10_000,
    connectionTimeoutMillis: CONNECT_MS,
    query_timeout: (statementSeconds + SILENCE_SECONDS) * 1000,
    idleTimeoutMillis: 60_000,
    types: {
      getTypeParser: (oid: number, format?: 'text' | 'binary') => PARSERS[oid] ?? pg.types.getTypeParser(oid, format),
    },
    onConnect: (client) => begin(client as Client, settings),
  };
}
