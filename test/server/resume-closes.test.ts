import { afterEach, beforeEach, expect, test } from 'vitest';
import { closePeriod } from '../../server/close/close.ts';
import { resumeCloses } from '../../server/jobs/resume-closes.ts';
import type { Db } from '../../server/store/db.ts';
import { fillPeriod } from './filled-period.ts';
import { type TestServer, testServer } from './test-server.ts';

let server: TestServer;
beforeEach(async () => {
  server = await testServer();
  await fillPeriod(server);
  server.clock.now = new Date('2027-01-04T02:00:00Z');
});
afterEach(() => server.close());

/** As a process that dies once the period is shut and the lease on it taken. */
async function closeCutShort(): Promise<void> {
  const { db } = server;
  const gone = () => Promise.reject(new Error('gone'));
  let writes = 0;
  const dying: Db = {
    ...db,
    batch(statements) {
      writes += 1;
      return writes > 1 ? gone() : db.batch(statements);
    },
  };
  const period = { period: '2026-q4' };
  await expect(closePeriod({ ...server.services, db: dying }, 'mau', period, 'user:lan')).rejects.toThrow('gone');
}
const resume = (stopping = new AbortController().signal) => resumeCloses({ ...server.services, stopping }, 'mau');
const later = (seconds: number) => {
  server.clock.now = new Date(server.clock.now.getTime() + seconds * 1000);
};
const dossier = { code: 'H99.01-270104-0001', unit: 'so-a', procedure: null, officer: 'CB-01', channel: null };
const times = { state: 'processing', received: '2027-01-04T08:00', promised: '2027-01-08T17:00', ready: null };
const rest = { returned: null, reappointed: [], pauses: [], supplements: null, limitDays: null };
const send = async () =>
  (await server.request('POST', '/v1/dossiers', [{ ...dossier, ...times, ...rest }], server.credentials.mau.officer))
    .status;
const snapshots = () => server.db.all("select snapshot from snapshots where tenant = 'mau'");

test('a close cut short is gone on with once nobody computes it, and dossiers are taken again', async () => {
  await closeCutShort();
  // Right after it, and half a minute on: whoever began may be at it.
  for (const seconds of [0, 31]) {
    later(seconds);
    await resume();
    expect([seconds, await snapshots(), await send()]).toEqual([seconds, [], 503]);
  }
  later(30);
  await resume();
  expect(await snapshots()).toEqual([{ snapshot: '2026-q4.1' }]);
  expect(await send()).toBe(200);
  const log = await server.db.all(
    "select actor, action from audit where tenant = 'mau' and subject like '2026-q4%' and action in ('period.close', 'snapshot.create') order by seq",
  );
  expect(log).toEqual([
    { actor: 'user:lan', action: 'period.close' },
    { actor: 'server', action: 'snapshot.create' },
  ]);
  await resume();
  expect(await snapshots()).toHaveLength(1);
});

test('a server that stops leaves it to the next at once; a clock set back holds up nobody', async () => {
  await closeCutShort();
  later(-86_400 * 2);
  await resume(AbortSignal.abort());
  expect(await snapshots()).toEqual([]);
  expect(await server.db.all("select holder from leases where tenant = 'mau' and name = 'close/2026-q4'")).toEqual([
    { holder: '' },
  ]);
  await resume();
  expect(await snapshots()).toHaveLength(1);
});

test('an open period and the close of another province are left alone', async () => {
  later(3600);
  await resume();
  expect(await server.db.all("select state from periods where tenant = 'mau'")).toEqual([{ state: 'open' }]);
  await closeCutShort();
  later(3600);
  await resumeCloses(server.services, 'kia');
  expect(await snapshots()).toEqual([]);
});
