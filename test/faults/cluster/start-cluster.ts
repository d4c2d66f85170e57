import { randomBytes, randomInt } from 'node:crypto';
import { chmodSync, cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { askNode } from './ask-node.ts';
import { makeCertificates } from './certificates.ts';
import { findClusterPrograms } from './find-cluster-programs.ts';
import { freePorts } from './free-ports.ts';
import { giveAway, signalTree, startOwn } from './own-process.ts';
import { SHIPPED_FOLDER, shipped } from './shipped.ts';
import { Node, networkOf, type Places } from './start-node.ts';
import { until } from './until.ts';

interface Member {
  readonly name: string;
  readonly role: 'leader' | 'sync_standby' | 'replica';
  readonly state: string;
  readonly timeline?: number;
  readonly lag?: number | 'unknown';
}

const SECRETS = [
  'PATRONI_SUPERUSER_PASSWORD',
  'PATRONI_REPLICATION_PASSWORD',
  'PATRONI_REWIND_PASSWORD',
  'DANHGIA_PASSWORD',
];

async function placesOf(folder: string): Promise<Places> {
  const [client = 0, peer = 0, rest = 0, postgres = 0, proxy = 0] = await freePorts(5);
  // All of 127.0.0.0/8 is this machine.
  const net = `127.${randomInt(1, 250)}.${randomInt(250)}`;
  return {
    folder,
    programs: findClusterPrograms(),
    addresses: [`${net}.11`, `${net}.12`, `${net}.13`],
    ports: { client, peer, rest, postgres, proxy },
    passwords: Object.fromEntries(SECRETS.map((name) => [name, randomBytes(16).toString('hex')])),
  };
}

function startProxy(places: Places) {
  const { folder, programs, ports } = places;
  const { addresses, postgres } = networkOf(places);
  const config = join(folder, 'haproxy.cfg');
  const text = shipped('haproxy.cfg', [
    ...addresses,
    postgres,
    ['port 8008', `port ${ports.rest}`],
    [':6432', `:${ports.proxy}`],
    ['/etc/danhgia-tls', join(folder, 'tls')],
    // It is nobody in particular already, and there may be no log here.
    ['    user haproxy\n    group haproxy\n', ''],
    ['    log /dev/log local0 notice\n', '    log stderr format raw local0 notice\n'],
  ]);
  writeFileSync(config, text);
  return startOwn([programs.haproxy, '-db', '-f', config], join(folder, 'haproxy.log'));
}

/** Three machines with etcd, Patroni and PostgreSQL and a proxy before them, on loopback, all of it set up as handed out. */
export async function startCluster() {
  const folder = mkdtempSync(join(tmpdir(), 'dvc-cluster-'));
  chmodSync(folder, 0o755);
  const places = await placesOf(folder);
  giveAway(folder);
  makeCertificates(places.programs.openssl, join(folder, 'tls'), ['127.0.0.1', ...places.addresses]);
  cpSync(join(SHIPPED_FOLDER, 'create-database.sh'), join(folder, 'create-database.sh'));
  const ca = readFileSync(join(folder, 'tls', 'ca.crt'), 'utf8');
  const nodes = places.addresses.map((_, n) => new Node(places, n));
  const nodeOf = (name: string) => {
    const node = nodes.find((each) => each.name === name);
    if (!node) throw new Error(`no node ${name}`);
    return node;
  };
  const end = () => {
    for (const node of nodes) node.signal('SIGKILL');
  };
  process.once('exit', end);
  for (const node of nodes) node.start();
  const proxy = startProxy(places);

  const ask = (node: Node, path: string) => askNode(ca, node.address, places.ports.rest, path);
  /** The members as the first node that answers knows them. */
  async function members(): Promise<readonly Member[]> {
    for (const node of nodes) {
      const told = await ask(node, '/cluster');
      if (told?.status === 200) return (JSON.parse(told.body) as { members: Member[] }).members;
    }
    return [];
  }
  async function primaries(): Promise<string[]> {
    const told = await Promise.all(nodes.map((node) => ask(node, '/primary')));
    return nodes.filter((_, n) => told[n]?.status === 200).map(({ name }) => name);
  }

  return {
    folder,
    node: nodeOf,
    members,
    primaries,
    /** For the server; the name of the proxy stands in the certificate. */
    url: `postgres://danhgia:${places.passwords.DANHGIA_PASSWORD}@127.0.0.1:${places.ports.proxy}/danhgia?sslmode=verify-full&sslrootcert=${join(folder, 'tls', 'ca.crt')}`,
    /** Resolves once there is one primary, a synchronous standby and a third that follows, all on one timeline. */
    async whole(): Promise<{ leader: string; standby: string }> {
      let now: readonly Member[] = [];
      await until(
        'the cluster is whole',
        async () => {
          now = await members();
          const roles = now.map(({ role }) => role).sort();
          const runs = now.every(({ state }) => ['running', 'streaming'].includes(state));
          return (
            roles.join() === 'leader,replica,sync_standby' && runs && new Set(now.map((m) => m.timeline)).size === 1
          );
        },
        180,
      );
      const named = (role: Member['role']) => now.find((member) => member.role === role)?.name ?? '';
      return { leader: named('leader'), standby: named('sync_standby') };
    },
    async stop(): Promise<void> {
      end();
      signalTree(proxy.pid, 'SIGKILL');
      process.off('exit', end);
      await sleep(500);
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

export type Cluster = Awaited<ReturnType<typeof startCluster>>;
