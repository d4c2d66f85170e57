import { afterEach, beforeEach, expect, it } from 'vitest';
import type { FindingsPage } from '#wire/results.ts';
import { fillPeriod } from './filled-period.ts';
import { type TestServer, testServer } from './test-server.ts';

/** The fifth, which was a day late, was ready a day early. */
const SOONER = {
  code: 'H99.01-261102-0005',
  unit: 'so-a',
  procedure: '1.001612',
  officer: 'CB-01',
  channel: 'counter',
  state: 'ready',
  received: '2026-11-02T08:00',
  promised: '2026-11-05T17:00',
  reappointed: [],
  ready: '2026-11-04T10:00',
  returned: null,
  pauses: [],
  supplements: null,
  limitDays: 3,
};

let server: TestServer;
beforeEach(async () => {
  server = await testServer();
  await fillPeriod(server);
  server.clock.now = new Date('2027-01-04T02:00:00Z');
});
afterEach(() => server.close());

it('a re-score cut short leaves no finding in the next one, which is made by other choices', async () => {
  const admin = server.credentials.mau['province-admin'];
  const act = (name: string, body: object = {}) => server.request('POST', `/v1/periods/2026-q4/${name}`, body, admin);
  await act('close');
  const { batch } = server.db;
  // It dies after the findings are written, before the snapshot is.
  server.db.batch = (statements) => {
    if (statements.some(({ sql }) => sql.includes('insert into snapshots'))) throw new Error('cut');
    return batch(statements);
  };
  const reason = 'Ý kiến của đơn vị được chấp nhận.';
  expect((await act('rescore', { reason, choices: { granularity: 'timestamp' } })).status).toBe(500);
  expect(await server.db.all("select 1 from snapshot_written where tenant = 'mau'")).not.toEqual([]);
  server.db.batch = batch;
  expect((await act('rescore', { reason })).status).toBe(200);
  const { body } = await server.request<FindingsPage>(
    'GET',
    '/v1/periods/2026-q4/units/so-a/findings?series=computed&indicator=1',
    undefined,
    admin,
  );
  // By the day the fourth, ready at 10:00 on the promised day, is on time (1 point); by the minute it would be early (2 points).
  expect(body.findings.map(({ points }) => points)).toEqual([20, 20, 20, 10, 0, null]);
});

it('a re-score asleep while a dossier was let in begins again, and tells of the dossier as it is now', async () => {
  const admin = server.credentials.mau['province-admin'];
  const act = (name: string, body: object = {}) => server.request('POST', `/v1/periods/2026-q4/${name}`, body, admin);
  const reason = 'Ý kiến của đơn vị được chấp nhận.';
  await act('close');
  const { batch } = server.db;
  let letIn = 0;
  // The dossiers of the unit are read and their findings written; then it sleeps 40 seconds.
  server.db.batch = async (statements) => {
    const done = await batch(statements);
    const written = statements.find(({ sql }) => sql.includes('insert into snapshot_written'));
    if (written?.params?.[2] !== 'so-a') return done;
    server.db.batch = batch;
    server.clock.now = new Date(server.clock.now.getTime() + 40_000);
    letIn = (await server.request('POST', '/v1/dossiers', [SOONER], server.credentials.mau.officer)).status;
    return done;
  };
  const answer = await act('rescore', { reason });
  expect([letIn, answer.status]).toEqual([200, 200]);
  const { body } = await server.request<FindingsPage>(
    'GET',
    '/v1/periods/2026-q4/units/so-a/findings?series=computed&indicator=1',
    undefined,
    admin,
  );
  expect(body.findings.map(({ points }) => points)).toEqual([20, 20, 20, 10, 20, null]);
  // What it made is what is made when nobody sleeps.
  await act('rescore', { reason: 'Tính lại lần nữa để so.' });
  const made = await server.db.all<{ facts: string; content: string }>(
    "select facts_hash as facts, content_hash as content from snapshots where tenant = 'mau' order by number",
  );
  expect(made).toHaveLength(3);
  expect(made[1]).toEqual(made[2]);
  expect(made[1]).not.toEqual(made[0]);
});
