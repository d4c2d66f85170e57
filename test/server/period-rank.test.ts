import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Results } from '#wire/results.ts';
import { insertUnit } from '../../server/store/units.ts';
import { type TestServer, testServer } from './test-server.ts';

let server: TestServer;
beforeAll(async () => {
  server = await testServer();
});
afterAll(() => server.close());

const CODES = ['so-a', 'so-b', 'so-c', 'so-d'] as const;

/** Sums of a unit whose nine indices are 2,0 but for `lost` tenths fewer in indicator 2. */
const sumsOf = (unit: string, lost: number) => ({
  unit,
  name: unit,
  level: 'province',
  citizen: { 1: [200, 10], 3: [200, 10], 4: [200, 10], 7: [200, 10] },
  computed: { 2: [(20 - lost) * 10, 10] },
  self: {},
  facts: { 5: [20, 1], 6: [20, 1], 8: [20, 1], 9: [20, 1] },
  n: { dossiers: 10, official: 10, officerLink: 0, open: 0, selfScores: 0 },
  punctuality: { early: 10, onTime: 0, overdue: 0, unknown: 0, otherPeriod: 0 },
  stated: {},
  satisfaction: [10, 10],
  difference: {},
  missing: {},
  evaluated: true,
});

it('units of the same total share a rank and the next one is skipped: 1, 2, 2, 4', async () => {
  const admin = server.credentials.mau['province-admin'];
  const ends = { level: 'province', parent: null, from: '2026-01-01', to: null } as const;
  await server.db.batch(['so-c', 'so-d'].map((unit) => insertUnit('mau', { unit, name: unit, ...ends })));
  server.clock.now = new Date('2027-01-04T02:00:00Z');
  await server.request('POST', '/v1/periods/2026-q4/close', {}, admin);
  // Totals 18,0 · 17,9 · 17,9 · 17,8, and the commune without any.
  await server.db.batch(
    CODES.map((unit, i) => ({
      sql: "update snapshot_sums set sums = ? where tenant = 'mau' and unit = ? and officer = ''",
      params: [JSON.stringify(sumsOf(unit, [0, 1, 1, 2][i] ?? 0)), unit],
    })),
  );
  const other = { reason: 'Ghi mức hài lòng theo bảng.', choices: { 'satisfaction.label': 'binhThuan' } };
  const made = await server.request('POST', '/v1/periods/2026-q4/rescore', other, admin);
  expect(made.status).toBe(200);
  const { body } = await server.request<Results>('GET', '/v1/periods/2026-q4/results', undefined, admin);
  expect(body.units.map(({ unit, total, rank }) => [unit, total, rank])).toEqual([
    ['so-a', 180, 1],
    ['so-b', 179, 2],
    ['so-c', 179, 2],
    ['so-d', 178, 4],
    ['xa-1', null, null],
  ]);
});
