import { afterAll, beforeAll, expect, test } from 'vitest';
import { contextOf } from '../../server/close/context.ts';
import { gather } from '../../server/close/gather.ts';
import { judgeChecks } from '../../server/close/judge-checks.ts';
import { keptMeans } from '../../server/close/kept-means.ts';
import { insertPeriod, periodOrNull } from '../../server/store/periods.ts';
import { COUNT_TABLES, insertCounts } from '../../server/store/snapshot-counts.ts';
import type { SnapshotSums } from '../../server/store/snapshot-sums.ts';
import { fillFlagged } from './flagged-province.ts';
import { type TestServer, testServer } from './test-server.ts';

let server: TestServer;
beforeAll(async () => {
  server = await testServer();
  await fillFlagged(server);
});
afterAll(() => server.close());

test('units are held against the quarter before by what its close counted the same way', async () => {
  const period = await periodOrNull(server.db, 'mau', '2026-q4');
  if (!period) throw new Error('no period');
  const ctx = contextOf(server.services, 'mau', { period, number: 1, choices: period.choices });
  const { checked, sums } = await gather(ctx, false, null);
  const jump = async () =>
    (await judgeChecks(ctx, checked, sums, null)).judged.find(({ check }) => check === 'quarterJump');
  expect(await jump()).toMatchObject({ enough: 0, few: 0 });

  const past = { ...period, period: '2026-q3', from: '2026-07-01', to: '2026-10-01' };
  const counted = [...checked.units.keys()].map((unit) => {
    return { unit, family: 'checks', key: '', counts: { finished: 40, overdue: 20 } };
  });
  const none = Object.fromEntries(COUNT_TABLES.map((table) => [table, []]));
  await server.db.batch([
    insertPeriod('mau', past),
    { sql: "update periods set snapshot = '2026-q3.1' where tenant = 'mau' and period = '2026-q3'" },
    ...insertCounts('mau', '2026-q3.1', { ...none, snapshot_slices: counted } as never),
  ]);
  // Every one has results in both, but thirty of the 33 only six of them: too few to tell how far units usually move.
  expect(await jump()).toMatchObject({ enough: 0, few: 33 });
});

test('self and citizens are compared over the indicators both have, each weighing the same', () => {
  const unit = {
    unit: 'so-a',
    self: { 1: [600, 40], 3: [200, 20], 7: [90, 9] },
    citizen: { 1: [300, 30], 3: [150, 10] },
  };
  const hidden = { unit: 'so-b', self: { 1: [600, 40] }, citizen: { 1: [null, 4] } };
  const alone = { unit: 'so-c', self: { 7: [90, 9] }, citizen: { 1: [300, 30] } };
  const sums = { units: [unit, hidden, alone], officers: [{ ...unit, officer: 'CB-01' }] } as unknown as SnapshotSums;
  // Self: means 15 and 10, so 12,5 over as many as 40 dossiers. Citizens: 10 and 15, so 12,5 over as many as 30 answers.
  const means = { self: { sum: 500, n: 40 }, citizen: { sum: 375, n: 30 } };
  expect(keptMeans(sums)).toEqual([
    { unit: 'so-a', officer: null, ...means },
    { unit: 'so-b', officer: null, self: { sum: 600, n: 40 }, citizen: { sum: null, n: 4 } },
    { unit: 'so-a', officer: 'CB-01', ...means },
  ]);
});
