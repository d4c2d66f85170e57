import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Db } from '../../server/store/db.ts';
import { openDatabase } from '../../server/store/open-database.ts';
import { type Cluster, startCluster } from '../postgres/cluster.ts';

/** What a PostgreSQL that cannot acknowledge now, or not to one more, says to who asks. */
let cluster: Cluster;
let db: Db;
beforeAll(async () => {
  cluster = await startCluster({});
  await cluster.ask('create database thu template template0');
  db = await openDatabase({ engine: 'postgres', url: cluster.url('thu') });
}, 60_000);
afterAll(async () => {
  await db?.close();
  await cluster?.remove();
});

const told = (work: Promise<unknown>) =>
  work.then(
    () => 'done',
    (error: { code?: string; status?: number; headers?: Record<string, string> }) =>
      error.status === 503 && error.headers?.['retry-after'] ? error.code : `fault ${error}`,
  );
const probe = () => told(db.batch([]));
/** How many sessions wait for a standby. */
const waiting = async () => (await cluster.ask("select pid from pg_stat_activity where wait_event = 'SyncRep'")).length;

/** Does `work` while commits wait for a standby that is never there. */
async function withoutStandby(work: () => Promise<void>): Promise<void> {
  await cluster.ask("alter system set synchronous_standby_names = 'khong_co'");
  await cluster.ask('select pg_reload_conf()');
  try {
    await work();
  } finally {
    await cluster.ask('alter system reset synchronous_standby_names');
    await cluster.ask('select pg_reload_conf()');
  }
}

test.concurrent('without the standby it says to who only asks that nothing is acknowledged, and one session waits, however many ask', async () => {
  await withoutStandby(async () => {
    // One that began before the setting was known is done at once.
    let first = probe();
    for (let tries = 0; tries < 100 && (await waiting()) === 0; tries += 1)
      if ((await Promise.race([first, sleep(50, '')])) === 'done') first = probe();
    const others = [probe(), probe(), probe()];
    expect(await Promise.all(others)).toEqual(['store.busy', 'store.busy', 'store.busy']);
    expect(await first).toBe('store.unsure');
    expect(await probe()).toBe('store.busy');
    expect(await waiting()).toBe(1);
  });
  for (let tries = 0; tries < 100 && (await waiting()) > 0; tries += 1) await sleep(50);
  expect(await probe()).toBe('done');
}, 90_000);

test.concurrent('all of whose connections are at work is busy, not down', async () => {
  const long = Array.from({ length: 6 }, () => db.all('select 1 as n from pg_sleep(13)'));
  expect(await told(db.all('select 1'))).toBe('store.busy');
  await Promise.all(long);
  expect(await told(db.all('select 1'))).toBe('done');
}, 30_000);
