import type { ChildProcess } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findClusterPrograms } from './find-cluster-programs.ts';
import { freePorts } from './free-ports.ts';
import { giveAway, runOwn, signalTree, startOwn } from './own-process.ts';
import { until } from './until.ts';

/** One PostgreSQL of its own on loopback, durable as installed (fsync, full pages), that can be killed and started anew. */
export async function startPostgres() {
  const { postgres: bin } = findClusterPrograms();
  const folder = mkdtempSync(join(tmpdir(), 'dvc-postgres-'));
  chmodSync(folder, 0o755);
  giveAway(folder);
  const [port = 0] = await freePorts(1);
  const password = randomBytes(16).toString('hex');
  const [data, secret, socket] = [join(folder, 'data'), join(folder, 'secret'), join(folder, 'socket')];
  writeFileSync(secret, password, { mode: 0o600 });
  mkdirSync(socket, { mode: 0o700 });
  for (const path of [secret, socket]) giveAway(path);
  const init = [
    '--username=danhgia',
    `--pwfile=${secret}`,
    '--auth=scram-sha-256',
    '--encoding=UTF8',
    '--locale=C.UTF-8',
  ];
  runOwn([join(bin, 'initdb'), `--pgdata=${data}`, ...init, '--data-checksums']);
  const urlOf = (database: string) => `postgres://danhgia:${password}@127.0.0.1:${port}/${database}`;
  const answers = () => {
    try {
      runOwn([join(bin, 'pg_isready'), '--host=127.0.0.1', `--port=${port}`, '--quiet']);
      return true;
    } catch {
      return false;
    }
  };
  const settings = [`port=${port}`, 'listen_addresses=127.0.0.1', `unix_socket_directories=${socket}`, 'fsync=on'];
  let running: ChildProcess | null = null;
  async function start(): Promise<void> {
    const args = settings.flatMap((setting) => ['-c', setting]);
    running = startOwn([join(bin, 'postgres'), '-D', data, ...args], join(folder, 'log'));
    await until('PostgreSQL accepts connections', answers, 60);
  }
  async function kill(): Promise<void> {
    if (!running) return;
    const ended = once(running, 'exit');
    signalTree(running.pid, 'SIGKILL');
    await ended;
    running = null;
  }
  const command = (sql: string) =>
    runOwn([
      join(bin, 'psql'),
      '--no-psqlrc',
      '--quiet',
      '--tuples-only',
      '--no-align',
      '-v',
      'ON_ERROR_STOP=1',
      '-c',
      sql,
      urlOf('postgres'),
    ]);
  await start();
  return {
    urlOf,
    start,
    /** The server and every process of a connection, as a loss of power would. */
    kill,
    /** A database of that name, empty or a copy of `of`. */
    create(name: string, of = 'template0'): string {
      command(`create database ${name} template ${of}`);
      return urlOf(name);
    },
    setting: (name: string) => command(`show ${name}`).trim(),
    async stop(): Promise<void> {
      await kill();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
