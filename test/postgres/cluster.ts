import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { appendFileSync, chmodSync, chownSync, mkdtempSync, openSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { postgresBinaries } from './binaries.ts';

/** PostgreSQL refuses to run as root: `nobody` everywhere, who owns nothing. */
const NOBODY = 65_534;
const isRoot = process.getuid?.() === 0;
/** Who runs PostgreSQL, as `spawn` takes it. */
export const unprivileged = isRoot ? { uid: NOBODY, gid: NOBODY } : {};

const USER = 'chu';
const PASSWORD = 'mat-khau-thu';

/** Below the ports systems give outgoing connections, of which a run makes many: one of those would have it by the time it is listened on. */
const PORTS = { from: 20_000, to: 32_000 };

/** Whether nobody listens on `port`. */
function isFree(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const server = createServer();
    server.once('error', () => resolve(false));
    server.listen(port, '127.0.0.1', () => server.close(() => resolve(true)));
  });
}

/** A port nobody listens on now. */
export async function freePort(): Promise<number> {
  for (;;) {
    const port = PORTS.from + Math.floor(Math.random() * (PORTS.to - PORTS.from));
    if (await isFree(port)) return port;
  }
}

/** A folder only whoever runs PostgreSQL may read. */
export function privateFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'dvc-postgres-'));
  chmodSync(folder, 0o700);
  if (isRoot) chownSync(folder, NOBODY, NOBODY);
  return folder;
}

/** For those that are thrown away with the test: nothing of them need outlive the power. */
const FORGETFUL = { fsync: 'off', full_page_writes: 'off' };

/**
 * A PostgreSQL server of its own on 127.0.0.1, in a temporary folder, ordering texts byte by byte as SQLite does.
 * @param more settings of postgresql.conf. Without them nothing is written through to the disk, for speed; what is durable is tested
 * with `fsync` as it is.
 */
export async function startCluster(more: Readonly<Record<string, string>> = FORGETFUL) {
  const { initdb, postgres } = await postgresBinaries();
  const folder = privateFolder();
  const data = join(folder, 'data');
  const port = await freePort();
  const started = { ...unprivileged, cwd: folder, env: { ...process.env, LC_ALL: 'C' } };
  const password = join(folder, 'password');
  execFileSync('sh', ['-c', `umask 077; printf %s '${PASSWORD}' > '${password}'`], started);
  execFileSync(
    initdb,
    [
      '-D',
      data,
      '-U',
      USER,
      '--locale=C',
      '--encoding=UTF8',
      '--auth=scram-sha-256',
      `--pwfile=${password}`,
      '--no-sync',
    ],
    { ...started, stdio: 'pipe' },
  );
  const settings = {
    ...{ listen_addresses: '127.0.0.1', port: String(port), unix_socket_directories: folder, max_connections: '200' },
    ...{ log_min_messages: 'warning', ...more },
  };
  for (const [name, value] of Object.entries(settings))
    appendFileSync(join(data, 'postgresql.conf'), `${name} = '${value}'\n`);

  const out = join(folder, 'log');
  let running: ChildProcess | null = null;
  const url = (database: string) => `postgres://${USER}:${PASSWORD}@127.0.0.1:${port}/${database}`;

  /** Asks the database `postgres`, over a connection of its own. */
  async function ask<Row extends pg.QueryResultRow>(sql: string, database = 'postgres'): Promise<Row[]> {
    const client = new pg.Client(url(database));
    client.on('error', () => {});
    await client.connect();
    try {
      return (await client.query<Row>(sql)).rows;
    } finally {
      await client.end();
    }
  }

  async function start(): Promise<void> {
    const log = openSync(out, 'a');
    const child = spawn(postgres, ['-D', data], { ...started, stdio: ['ignore', log, log] });
    running = child;
    for (;;) {
      if (child.exitCode !== null) throw new Error(`PostgreSQL did not start:\n${readFileSync(out, 'utf8')}`);
      const up = await ask('select 1').then(
        () => true,
        () => false,
      );
      if (up) return;
      await sleep(50);
    }
  }

  /** `immediate` is a crash; `fast` ends sessions and writes everything down. */
  async function stop(how: 'fast' | 'immediate' = 'immediate'): Promise<void> {
    const child = running;
    running = null;
    if (!child || child.exitCode !== null) return;
    const ended = new Promise((resolve) => child.once('exit', resolve));
    child.kill(how === 'fast' ? 'SIGINT' : 'SIGQUIT');
    await ended;
  }

  await start();
  return {
    port,
    url,
    ask,
    start,
    stop,
    /** Stops it and leaves nothing. */
    async remove() {
      await stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
export type Cluster = Awaited<ReturnType<typeof startCluster>>;
