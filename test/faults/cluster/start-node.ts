import type { ChildProcess } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { findClusterPrograms } from './find-cluster-programs.ts';
import { giveAway, signalTree, startOwn } from './own-process.ts';
import { shipped, variablesOf } from './shipped.ts';

/** Where the three nodes of one run are: one loopback address each, the same ports on all. */
export interface Places {
  readonly folder: string;
  readonly programs: ReturnType<typeof findClusterPrograms>;
  readonly addresses: readonly [string, string, string];
  readonly ports: Readonly<Record<'client' | 'peer' | 'rest' | 'postgres' | 'proxy', number>>;
  readonly passwords: Readonly<Record<string, string>>;
}

/** The addresses and ports of the example, and those of this run. */
export function networkOf({ addresses, ports }: Places) {
  return {
    addresses: addresses.map((address, n) => [`10.20.0.1${n + 1}`, address] as const),
    client: [':2379', `:${ports.client}`],
    peer: [':2380', `:${ports.peer}`],
    rest: [':8008', `:${ports.rest}`],
    postgres: [':5432', `:${ports.postgres}`],
  } as const;
}

/** One of three machines: etcd, Patroni and PostgreSQL with the settings that are handed out. */
export class Node {
  readonly name: string;
  readonly address: string;
  readonly #places: Places;
  readonly #folder: string;
  #etcd: ChildProcess | null = null;
  #patroni: ChildProcess | null = null;

  constructor(places: Places, n: number) {
    this.name = `csdl${n + 1}`;
    this.address = places.addresses[n] ?? '';
    this.#places = places;
    this.#folder = join(places.folder, this.name);
    for (const folder of ['', 'etcd', 'socket']) {
      mkdirSync(join(this.#folder, folder));
      chmodSync(join(this.#folder, folder), 0o700);
      giveAway(join(this.#folder, folder));
    }
  }

  #variables(file: string, more: readonly (readonly [string, string])[]): Record<string, string> {
    // Of what the example says of its first machine, this node's name and address where the machine itself is meant.
    const variables = variablesOf(shipped(file, more));
    const first = this.#places.addresses[0];
    for (const [key, value] of Object.entries(variables))
      if (key !== 'ETCD_INITIAL_CLUSTER')
        variables[key] = value === 'csdl1' ? this.name : value.replaceAll(first, this.address);
    return variables;
  }

  start(): void {
    const { folder, programs, passwords } = this.#places;
    const { addresses, client, peer, rest, postgres } = networkOf(this.#places);
    const tls = ['/etc/danhgia-tls', join(folder, 'tls')] as const;
    const etcdHome = ['/var/lib/etcd/danhgia', join(this.#folder, 'etcd')] as const;
    const ofEtcd = this.#variables('etcd.env', [...addresses, client, peer, tls, etcdHome]);
    this.#etcd = startOwn([programs.etcd], join(folder, `${this.name}-etcd.log`), ofEtcd);
    const config = join(this.#folder, 'patroni.yml');
    writeFileSync(
      config,
      shipped('patroni.yml', [
        ...addresses,
        client,
        tls,
        ['10.20.0.0/24', '127.0.0.0/8'],
        ['/etc/patroni/create-database.sh', join(folder, 'create-database.sh')],
        ['/var/lib/postgresql/15/danhgia', join(this.#folder, 'data')],
        ['/usr/lib/postgresql/15/bin', programs.postgres],
        ['/var/lib/postgresql/danhgia.pgpass', join(this.#folder, 'pgpass')],
        ['/var/run/postgresql', join(this.#folder, 'socket')],
      ]),
    );
    const ofPatroni = this.#variables('patroni.env', [...addresses.slice(0, 1), rest, postgres]);
    this.#patroni = startOwn([programs.patroni, config], join(folder, `${this.name}.log`), {
      ...ofPatroni,
      ...passwords,
    });
  }

  /** The process of PostgreSQL itself, which Patroni does not keep as its child; `undefined` when it does not run. */
  postmaster(): number | undefined {
    const file = join(this.#folder, 'data', 'postmaster.pid');
    if (!existsSync(file)) return undefined;
    return Number(readFileSync(file, 'utf8').split('\n')[0]);
  }

  /** What a loss of power does, a freeze of the machine, or its end. */
  signal(signal: 'SIGKILL' | 'SIGSTOP' | 'SIGCONT'): void {
    // Patroni first: it must not see that its PostgreSQL has gone.
    for (const pid of [this.#patroni?.pid, this.#etcd?.pid, this.postmaster()]) signalTree(pid, signal);
  }

  /** The same of the database alone: etcd of this machine goes on. */
  signalDatabase(signal: 'SIGSTOP' | 'SIGCONT'): void {
    for (const pid of [this.#patroni?.pid, this.postmaster()]) signalTree(pid, signal);
  }

  /** PostgreSQL alone is killed, with all its children. */
  killPostgres(): void {
    signalTree(this.postmaster(), 'SIGKILL');
  }
}
