import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { NATIONAL_CALENDAR } from '#rules/calendar/calendar.ts';
import { statisticsRow } from '#rules/statistics/row.ts';
import { statisticsBy } from '#rules/statistics/statistics.ts';
import type { UnitResult } from '#wire/results.ts';
import { closePeriod } from '../../server/close/close.ts';
import { timelinessOf } from '../../server/figures/timeliness.ts';
import { renewTimeliness } from '../../server/jobs/renew-timeliness.ts';
import { COLUMNS, type DossierRow, toDossier } from '../../server/store/dossiers.ts';
import { periodOrNull, type StoredPeriod } from '../../server/store/periods.ts';
import { runningCounts } from '../../server/store/running-timeliness.ts';
import { settledChoices } from '../../server/store/settled-choices.ts';
import { countRows } from '../../server/store/snapshot-counts.ts';
import { unitResults } from '../../server/store/snapshots.ts';
import { fillProvince, PERIOD, TENANT } from './bulk-province.ts';
import { type TestServer, testServer } from './test-server.ts';

let server: TestServer;
let results: UnitResult[];

async function stored(): Promise<StoredPeriod> {
  const period = await periodOrNull(server.db, TENANT, PERIOD.id);
  if (!period) throw new Error('no period');
  return period;
}

beforeAll(async () => {
  server = await testServer();
  await fillProvince(server.services, { units: 4, dossiers: 1200 });
  server.clock.now = new Date('2026-07-04T02:00:00Z');
  await renewTimeliness(server.services, TENANT, await stored());
  await closePeriod(server.services, TENANT, { period: PERIOD.id }, 'operator');
  results = await unitResults(server.db, TENANT, `${PERIOD.id}.1`);
}, 60_000);
afterAll(() => server.close());

const time = async (by: 'unit' | 'procedure' | 'officer' | 'step', unit: string | null = null) =>
  timelinessOf(server.db, TENANT, await stored(), { scope: null, unit, by, key: null });
const PARTS = ['early', 'onTime', 'overdue', 'unknown'] as const;

describe('three ways to count the time of one period', () => {
  test('come to the same where they count the same: score, unit, procedure and officer', async () => {
    for (const by of ['unit', 'procedure'] as const) {
      const { rows, parts, fits } = await time(by);
      expect(fits).toBe(true);
      for (const [i, part] of PARTS.entries()) {
        const sum = rows.reduce((n, row) => n + (row[part].value ?? 0), 0);
        expect([by, part, sum]).toEqual([by, part, parts[i]?.value]);
        expect(sum).toBe(results.reduce((n, { punctuality }) => n + punctuality[part], 0));
      }
    }
    for (const { unit, punctuality } of results) {
      const { rows } = await time('officer', unit);
      for (const part of PARTS) expect(rows.reduce((n, row) => n + (row[part].value ?? 0), 0)).toBe(punctuality[part]);
    }
  });

  test('the table of statistics is that of the rules over every dossier, and its equalities hold', async () => {
    const period = await stored();
    const dossiers = (
      await server.db.all<DossierRow>(`select ${COLUMNS} from dossiers where tenant = ?`, [TENANT])
    ).map(toDossier);
    const table = statisticsBy(dossiers, ({ unit }) => unit, {
      ...{ period: PERIOD, now: '2026-07-04T09:00', choices: settledChoices(period.choices) },
      officeOf: () => ({ calendar: NATIONAL_CALENDAR, hours: JSON.parse(period.hours) }),
    });
    const { statistics } = await time('unit');
    expect(statistics.faults).toEqual([]);
    for (const { unit, cells } of statistics.rows.slice(1)) {
      const row = table.get(unit ?? '');
      expect(cells.map(({ value }) => value)).toEqual(row && Object.values(statisticsRow(row)));
    }
    expect(statistics.rows).toHaveLength(5);
    expect(statistics.rows[0]?.cells[0]?.value).toBeGreaterThan(1000);
  });

  test('an open period counted when it was over becomes its snapshot, row by row', async () => {
    const running = (await runningCounts(server.db, TENANT, PERIOD.id)).flatMap(({ rows }) => rows);
    const own = running.filter(({ family }) => family !== 'inHand').map((row) => JSON.stringify(row));
    const kept = await countRows(server.db, TENANT, `${PERIOD.id}.1`, 'snapshot_timeliness');
    expect(kept.length).toBeGreaterThan(40);
    expect(own.sort()).toEqual(kept.map((row) => JSON.stringify(row)).sort());
  });

  test('is not counted again within the hour, nor by two at once', async () => {
    await server.db.run("update periods set state = 'open' where tenant = ?", [TENANT]);
    const before = await runningCounts(server.db, TENANT, PERIOD.id);
    server.clock.now = new Date('2026-07-04T02:59:00Z');
    await renewTimeliness(server.services, TENANT, await stored());
    expect(await runningCounts(server.db, TENANT, PERIOD.id)).toEqual(before);
    server.clock.now = new Date('2026-07-04T03:01:00Z');
    await Promise.all([1, 2].map(async () => renewTimeliness(server.services, TENANT, await stored())));
    const after = await runningCounts(server.db, TENANT, PERIOD.id);
    expect(after.map(({ madeAt }) => madeAt)).toEqual(before.map(() => '2026-07-04T03:01:00.000Z'));
  });
});
