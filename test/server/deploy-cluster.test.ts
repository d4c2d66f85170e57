import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { envWarnings, readEnv } from '../../server/env.ts';

const FOLDER = join(import.meta.dirname, '../../server/deploy/cluster');
const textOf = (name: string) => readFileSync(join(FOLDER, name), 'utf8').replace(/^\s*#.*$/gm, '');
const variablesOf = (name: string): Record<string, string> =>
  Object.fromEntries(
    [...textOf(name).matchAll(/^([A-Z0-9_]+)=(.*)$/gm)].map(([, key = '', value = '']) => [key, value]),
  );

const patroni = textOf('patroni.yml');
const haproxy = textOf('haproxy.cfg');
const etcd = variablesOf('etcd.env');
const node = variablesOf('patroni.env');
const server = variablesOf('env.example');

/** Value of the first line `key: value`, at any depth. */
const setting = (key: string) => new RegExp(`^\\s*${key}: *(.*)$`, 'm').exec(patroni)?.[1]?.replaceAll("'", '');
const number = (key: string) => Number(setting(key));
const portOf = (address = '') => Number(/:(\d+)$/.exec(address)?.[1]);

const NODES = [...haproxy.matchAll(/^\s*server (\w+) ([\d.]+):(\d+)$/gm)].map(([, name, address, port]) => ({
  ...{ name, address },
  port: Number(port),
}));

test('three machines, of the same names and addresses everywhere', () => {
  expect(NODES).toHaveLength(3);
  expect(setting('hosts')).toBe(NODES.map(({ address }) => `${address}:2379`).join());
  expect(etcd.ETCD_INITIAL_CLUSTER).toBe(NODES.map(({ name, address }) => `${name}=https://${address}:2380`).join());
  const [first] = NODES;
  expect([etcd.ETCD_NAME, node.PATRONI_NAME]).toEqual([first?.name, first?.name]);
  for (const [key, value] of Object.entries({ ...etcd, ...node }))
    if (/URLS$|LISTEN$|ADDRESS$/.test(key)) expect(value, key).toContain(first?.address);
});

test('every port is the one the other side asks', () => {
  expect(portOf(etcd.ETCD_LISTEN_CLIENT_URLS)).toBe(portOf(setting('hosts')));
  for (const { port } of NODES) expect(port).toBe(portOf(node.PATRONI_POSTGRESQL_LISTEN));
  expect(/check port (\d+)/.exec(haproxy)?.[1]).toBe(String(portOf(node.PATRONI_RESTAPI_LISTEN)));
  const url = new URL(server.DATABASE_URL ?? '');
  expect(/bind ([\d.:]+)/.exec(haproxy)?.[1]).toBe(url.host);
  // The role, the database, and the rule that lets it in.
  expect([url.username, url.pathname]).toEqual(['danhgia', '/danhgia']);
  const script = textOf('create-database.sh');
  expect(script).toContain('create database danhgia owner danhgia');
  expect(script).toMatch(/create role danhgia login nosuperuser nocreatedb nocreaterole noreplication/);
});

test('an acknowledged write is on two disks, or it is not acknowledged', () => {
  for (const key of ['synchronous_mode', 'synchronous_mode_strict', 'use_pg_rewind', 'use_slots', 'failsafe_mode'])
    expect(setting(key), key).toBe('true');
  for (const key of ['synchronous_commit', 'fsync', 'full_page_writes', 'ssl', 'wal_log_hints'])
    expect(setting(key), key).toBe('on');
  expect(patroni).toContain('- data-checksums');
  // A crashed primary gives way, and one that cannot stop in time is killed.
  expect([number('primary_start_timeout'), number('primary_stop_timeout') > 0]).toEqual([0, true]);
  expect(number('loop_wait') + 2 * number('retry_timeout')).toBeLessThanOrEqual(number('ttl'));
  expect(number('primary_stop_timeout')).toBeLessThan(number('ttl'));
  // Patroni 3.0.2 with version 3 of the interface lets a primary that had lost its lock write itself back.
  expect([/^etcd:$/m.test(patroni), /^etcd3:$/m.test(patroni), etcd.ETCD_ENABLE_V2]).toEqual([true, false, 'true']);
});

test('who may come in: each role for its own work, from the network only with TLS, the superuser from nowhere else', () => {
  const rules = (/pg_hba:\n((?: {4}- .*\n)+)/.exec(patroni)?.[1] ?? '')
    .trim()
    .split('\n')
    .map((line) => line.replace(/^\s*- /, ''));
  expect(rules.map((rule) => rule.split(' ').slice(0, 3).join(' '))).toEqual([
    'local all postgres',
    'hostssl replication replicator',
    'hostssl postgres rewinder',
    'hostssl danhgia danhgia',
  ]);
  for (const rule of rules) expect(rule).toMatch(/ scram-sha-256$/);
  for (const { address } of NODES) expect(address).toMatch(/^10\.20\.0\./);
  for (const rule of rules.slice(1)) expect(rule).toContain(' 10.20.0.0/24 ');
  expect([etcd.ETCD_CLIENT_CERT_AUTH, etcd.ETCD_PEER_CLIENT_CERT_AUTH]).toEqual(['true', 'true']);
  for (const [key, value] of Object.entries(etcd)) if (/_URLS$/.test(key)) expect(value, key).toMatch(/^https:/);
  expect(haproxy).toMatch(/check-ssl verify required/);
  // No secret is handed out.
  for (const [key, value] of Object.entries(node)) if (/PASSWORD/.test(key)) expect(value, key).toBe('');
});

test('the proxy asks for the primary and ends sessions of one that is no longer', () => {
  for (const part of ['OPTIONS /primary', 'http-check expect status 200', 'on-marked-down shutdown-sessions'])
    expect(haproxy).toContain(part);
});

test('the settings of the server start it without a warning, with keys away from database and backups', () => {
  const env = readEnv(server);
  expect(env.database.engine).toBe('postgres');
  expect(envWarnings(env)).toEqual([]);
  expect(new URL(server.DATABASE_URL ?? '').searchParams.get('sslmode')).toBe('verify-full');
  // The service may write these alone, and waits for what is mounted there.
  const service = readFileSync(join(FOLDER, '../danhgia-dvc.service'), 'utf8');
  const folders = (/^StateDirectory=(.*)$/m.exec(service)?.[1] ?? '').split(' ').map((name) => `/var/lib/${name}`);
  expect(folders).toEqual(expect.arrayContaining([env.keyDir, env.backupDir]));
  expect(readFileSync(join(FOLDER, '../README.md'), 'utf8')).toContain(` ${env.keyDir} nfs4 soft,`);
});

test('no log of the database holds values, and the archive is enciphered', () => {
  expect([setting('log_statement'), setting('log_parameter_max_length'), setting('log_min_error_statement')]).toEqual([
    ...['none', '0', 'panic'],
  ]);
  expect(textOf('pgbackrest.conf')).toMatch(/^repo1-cipher-type=aes-256-cbc$/m);
  expect(textOf('pgbackrest.conf')).toContain(`pg1-path=${setting('data_dir')}`);
});

test('the guide names every file, and nothing else is there', () => {
  const guide = readFileSync(join(FOLDER, '../README.md'), 'utf8');
  for (const name of readdirSync(FOLDER)) expect(guide, name).toContain(name);
});

test('the guide has nothing done by a command that refuses on PostgreSQL, and copies what the server signs in to', () => {
  const guide = readFileSync(join(FOLDER, '../README.md'), 'utf8');
  expect(guide).not.toMatch(/cli -- (?:export|load|restore|backup(?! keys))/);
  const copied = new URL(/pg_dump -Fc -d '([^']+)'/.exec(guide)?.[1] ?? '');
  const used = new URL(server.DATABASE_URL ?? '');
  used.password = '';
  expect(copied.href).toBe(used.href);
});
