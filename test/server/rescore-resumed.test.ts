import { afterEach, beforeEach, expect, it } from 'vitest';
import type { FindingsPage } from '#wire/results.ts';
import { fillPeriod } from './filled-period.ts';
import { type TestServer, testServer } from './test-server.ts';

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
