import { afterAll, beforeAll, expect, it } from 'vitest';
import { CALENDAR_VERSION, NATIONAL_CALENDAR } from '#rules/calendar/calendar.ts';
import { DEFAULT_OFFICE_HOURS } from '#rules/calendar/office-hours.ts';
import { DEFAULT_CHOICES } from '#rules/choices.ts';
import type { Dossier } from '#rules/dossier.ts';
import { custom } from '#rules/period.ts';
import { identityFaults, statisticsRow } from '#rules/statistics/row.ts';
import { statisticsBy } from '#rules/statistics/statistics.ts';
import { PHU_THO_2018 } from '../../server/demo/seeds/phu-tho-2018.ts';
import type { Statement } from '../../server/store/db.ts';
import { putDossier } from '../../server/store/dossiers.ts';
import { insertTenant } from '../../server/store/tenants.ts';
import { unitDossiers } from '../../server/store/unit-dossiers.ts';
import { insertUnit } from '../../server/store/units.ts';
import { type TestServer, testServer } from './test-server.ts';

let server: TestServer;
beforeAll(async () => {
  server = await testServer();
});
afterAll(() => server.close());

const TENANT = 'phutho';
const UNIT = 'trung-tam';
/** «Tính đến ngày 15/12/2018, sau 3 tháng hoạt động». */
const PERIOD = custom('2018-09-15', '2018-12-15');
/** What the report counts, and the 26 it leaves out planted as what they may have been. */
const COUNTS = { early: 4718, onTime: 2093, overdue: 13, open: 2018, withdrawn: 14, refused: 12 } as const;

const promised = '2018-11-14T17:00';
const ENDED: Readonly<Record<keyof typeof COUNTS, Partial<Dossier>>> = {
  early: { state: 'returned', ready: '2018-11-12T10:00', returned: '2018-11-15T10:00' },
  onTime: { state: 'returned', ready: '2018-11-14T10:00', returned: '2018-11-14T10:00' },
  overdue: { state: 'returned', ready: '2018-11-16T10:00', returned: '2018-11-16T10:00' },
  open: { state: 'processing', promised: '2018-12-28T17:00' },
  withdrawn: { state: 'withdrawn', ready: '2018-11-13T10:00' },
  refused: { state: 'refused', ready: '2018-11-13T10:00' },
};

function rows(): Dossier[] {
  let number = 0;
  return Object.entries(COUNTS).flatMap(([kind, count]) =>
    Array.from({ length: count }, (): Dossier => {
      number += 1;
      return {
        ...{ code: `H44.01-181107-${String(number).padStart(4, '0')}`, unit: UNIT, procedure: null, officer: null },
        ...{ channel: 'counter', received: '2018-11-07T08:00', promised, reappointed: [], ready: null },
        ...{ returned: null, pauses: [], supplements: 0, limitDays: 5, state: 'processing' },
        ...ENDED[kind as keyof typeof COUNTS],
      };
    }),
  );
}

it('8.868 dossiers of Phú Thọ add up once the 26 have a column, and to what was published in every other', async () => {
  const { db } = server;
  const at = new Date('2018-12-16T05:00:00Z');
  await db.batch([
    ...insertTenant({ tenant: TENANT, name: 'Phú Thọ', province: 'Phú Thọ' }, PERIOD.from, at),
    insertUnit(TENANT, {
      ...{ unit: UNIT, name: 'Trung tâm Phục vụ hành chính công tỉnh', parent: null, level: 'province' },
      ...{ from: PERIOD.from, to: null },
    }),
  ]);
  const statements = rows().map((dossier): Statement => putDossier(TENANT, dossier, CALENDAR_VERSION, 'x', at));
  for (let i = 0; i < statements.length; i += 2000) await db.batch(statements.slice(i, i + 2000));

  const stored: Dossier[] = [];
  for await (const page of unitDossiers(db, TENANT, UNIT, PERIOD, null)) stored.push(...page);
  expect(stored).toHaveLength(8868);
  const tables = statisticsBy(stored, ({ unit }) => unit, {
    ...{ period: PERIOD, now: '2018-12-16T12:00', choices: DEFAULT_CHOICES },
    officeOf: () => ({ calendar: NATIONAL_CALENDAR, hours: DEFAULT_OFFICE_HOURS }),
  });
  const counts = tables.get(UNIT);
  if (!counts) throw new Error('no table of the centre');
  const row = statisticsRow(counts);
  expect(row).toMatchObject({
    ...{ total: 8868, solved: 6824, early: 4718, onTime: 2093, overdue: 13, solvedUnknown: 0 },
    ...{ open: 2018, openOverdue: 0, openUnknown: 0, sentBack: 12, withdrawn: 14, endUnknown: 0 },
  });
  expect(identityFaults(row)).toEqual([]);

  // What was published, beside it: the same figures line by line, but no line for the 26.
  const [received, solved] = PHU_THO_2018.groups;
  expect(received?.whole.count).toBe(row.total);
  expect(received?.parts.map(({ count }) => count)).toEqual([row.solved, row.open]);
  expect(solved?.parts.map(({ count }) => count)).toEqual([row.early, row.onTime, row.overdue]);
  const { total, solved: done, open } = row;
  expect(identityFaults({ total, solved: done, open }).map(({ message }) => message)).toEqual([
    'Kiểm tra: 6.824 + 2.018 = 8.842, còn 26 hồ sơ (0,3\u00a0%) báo cáo không giải thích.',
  ]);
}, 60_000);
