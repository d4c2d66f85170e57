import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { seededFolder } from '../server/killed-often.ts';
import { loadedServers } from './cluster/loaded-servers.ts';
import { type Cluster, startCluster } from './cluster/start-cluster.ts';
import { until } from './cluster/until.ts';

/** How the primary is lost each time: its machine, its machine for a while, PostgreSQL alone. */
const LOSSES = ['machine', 'frozen', 'postgres', 'machine', 'frozen'] as const;

let cluster: Cluster;
beforeAll(async () => {
  cluster = await startCluster();
});
afterAll(() => cluster?.stop());

/** The database as it was handed over: empty. */
async function emptied(): Promise<string> {
  const client = new pg.Client(cluster.url);
  await client.connect();
  await client.query('drop schema public cascade; create schema public');
  await client.end();
  return cluster.url;
}

/** Takes the primary away; resolves with what brings it back. */
function lose(how: (typeof LOSSES)[number], name: string): () => void {
  const node = cluster.node(name);
  if (how === 'frozen') {
    node.signal('SIGSTOP');
    return () => node.signal('SIGCONT');
  }
  if (how === 'postgres') {
    node.killPostgres();
    return () => {};
  }
  node.signal('SIGKILL');
  return () => node.start();
}

test(`${LOSSES.length} times the primary is lost, its synchronous standby takes its place, and it comes back as a standby`, async () => {
  await cluster.whole();
  const { variables, credentials, look, remove } = await seededFolder(await emptied());
  const servers = await loadedServers(variables, credentials, 3);
  const { seen } = servers.load;
  const lines: string[] = [];
  for (const how of LOSSES) {
    const { leader, standby } = await cluster.whole();
    await servers.acknowledged(100);
    const before = { ...seen };
    seen.longestGapMs = 0;
    const comeBack = lose(how, leader);
    // Only who had every acknowledged write may take over.
    await until('the synchronous standby is primary', async () => (await cluster.primaries()).includes(standby));
    await servers.acknowledged(50);
    lines.push(
      `${how}: ${leader} → ${standby}, ${(seen.longestGapMs / 1000).toFixed(1)} s không xác nhận, ` +
        `503 ${seen.put - before.put}, không được trả lời ${seen.unanswered - before.unanswered}`,
    );
    comeBack();
    await sleep(2000);
    expect((await cluster.whole()).leader).toBe(standby);
    expect(await cluster.primaries()).toEqual([standby]);
  }
  await servers.end();
  await look(({ db }) => servers.load.check(db));
  console.info(
    `${lines.join('\n')}\nxác nhận ${seen.acknowledged}, mất 0, thừa 0; không được trả lời ${seen.unanswered}, ` +
      `503 ${seen.put} (thiếu Retry-After ${seen.untimed}); chậm nhất ${Math.round(seen.slowestMs)} ms; readyz ${JSON.stringify(servers.ready)}`,
  );
  expect([servers.restarts(), seen.unanswered, seen.untimed]).toEqual([0, 0, 0]);
  expect(servers.ready.no).toBeGreaterThan(0);
  remove();
});

test('with no standby left nothing is acknowledged, and what was asked is done once one is back', async () => {
  const { leader, standby } = await cluster.whole();
  const third = ['csdl1', 'csdl2', 'csdl3'].find((name) => name !== leader && name !== standby) ?? '';
  const { variables, credentials, look, remove } = await seededFolder(await emptied());
  const servers = await loadedServers(variables, credentials, 2);
  const { seen } = servers.load;
  await servers.acknowledged(50);
  const notReady = servers.ready.no;
  // PostgreSQL and Patroni of both; etcd keeps its majority, or the primary would step down.
  for (const name of [standby, third]) cluster.node(name).signalDatabase('SIGSTOP');
  // What was on both disks before is still being told.
  await sleep(10_000);
  const before = servers.load.stored();
  await sleep(20_000);
  expect(servers.load.stored()).toBe(before);
  expect(servers.ready.no).toBeGreaterThan(notReady);
  for (const name of [standby, third]) cluster.node(name).signalDatabase('SIGCONT');
  await servers.acknowledged(50);
  await servers.end();
  await look(({ db }) => servers.load.check(db));
  console.info(
    `không bản chờ nào trong 20 s: xác nhận 0; sau đó xác nhận ${seen.acknowledged}, 503 ${seen.put}, chậm nhất ${Math.round(seen.slowestMs)} ms; readyz ${JSON.stringify(servers.ready)}`,
  );
  expect(seen.untimed).toBe(0);
  remove();
});
