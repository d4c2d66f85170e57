import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { CALENDAR_VERSION } from '#rules/calendar/calendar.ts';
import { DEFAULT_OFFICE } from '#rules/calendar/working-time.ts';
import { DEFAULT_CHOICES } from '#rules/choices.ts';
import { endOf } from '#rules/dossier.ts';
import { countRatios } from '#rules/par/count-ratios.ts';
import { custom, quarter } from '#rules/period.ts';
import { simulate } from '../../server/simulate/simulate.ts';
import type { SimulatedRecord } from '../../server/simulate/simulate-record.ts';
import { putActs } from '../../server/store/dossier-acts.ts';
import { putDossier } from '../../server/store/dossiers.ts';
import { ratiosOf, type StoredRatio } from '../../server/store/snapshot-slices.ts';
import { insertUnit } from '../../server/store/units.ts';
import { type TestServer, testServer } from './test-server.ts';

const PERIOD = quarter(2026, 4);
/** From weeks before the quarter, so that dossiers reach over its first day; without faults, so that the place of each is known. */
const PLAN = { seed: 5, units: 3, dossiers: 3000, faults: 0, period: custom('2026-08-20', '2026-12-31') };
/** What the close counts; the rest of the rules' list is told by results of units, or by what it does not know. */
const IDS = ['online', 'post', 'apology.inTime', 'apology.sent', 'reappointed.again', 'supplement.again'] as const;

let server: TestServer;
const records = new Map<string, readonly SimulatedRecord[]>();
let kept: StoredRatio[];

beforeAll(async () => {
  server = await testServer();
  const { province, recordsOf } = simulate(PLAN);
  const at = new Date('2026-12-31T10:00:00Z');
  for (const unit of province.units) {
    const own = [...recordsOf(unit)];
    records.set(unit.unit, own);
    const { unit: code, name, level } = unit;
    await server.db.batch([
      insertUnit('mau', { unit: code, name, level, parent: null, from: '2026-01-01', to: null }),
      ...own.flatMap(({ dossier, acts }) => [
        putDossier('mau', dossier, CALENDAR_VERSION, 'x', at),
        ...(acts ? [putActs('mau', dossier.code, acts, 'x', at)] : []),
      ]),
    ]);
  }
  server.clock.now = new Date('2027-01-04T02:00:00Z');
  const admin = server.credentials.mau['province-admin'];
  expect((await server.request('POST', `/v1/periods/${PERIOD.id}/close`, {}, admin)).status).toBe(200);
  kept = await ratiosOf(server.db, 'mau', `${PERIOD.id}.1`);
}, 60_000);
afterAll(() => server.close());

/** The rules count what runs, too, where its deadline was missed; the close counts these where they end, and none whose end has no date. */
function counted(id: (typeof IDS)[number], { dossier }: SimulatedRecord): boolean {
  if (id === 'online' || id === 'post') return true;
  const end = endOf(dossier);
  if (end?.at === null) return false;
  const isOfEnds = id === 'reappointed.again' || id === 'supplement.again';
  return !isOfEnds || (end !== null && PERIOD.from <= end.at && end.at < PERIOD.to);
}

/** As the rules count records one after the other. */
function byRules(unit: string) {
  const view = {
    ...{ period: PERIOD, now: '2027-01-04T09:00' as const, choices: DEFAULT_CHOICES },
    ...{ officeOf: () => DEFAULT_OFFICE, levelOf: () => null, wholeOnline: () => null },
  };
  return IDS.map((id) => {
    const told = countRatios(records.get(unit)?.filter((record) => counted(id, record)) ?? [], view, 0);
    const { numerator = 0, denominator = 0, unknown = 0 } = told.find((ratio) => ratio.id === id) ?? {};
    return { id, numerator, rest: denominator - numerator, unknown };
  });
}

const byClose = (unit: string) =>
  IDS.map((id) => {
    const row = kept.find((each) => each.unit === unit && each.ratio === id);
    return { id, numerator: row?.numerator ?? 0, rest: row?.rest ?? 0, unknown: row?.unknown ?? 0 };
  });

describe('the ratios a close counts over a simulated province', () => {
  it('are those the rules count over every record, unit by unit', () => {
    for (const unit of records.keys()) expect([unit, byClose(unit)]).toEqual([unit, byRules(unit)]);
  });

  it('are of dossiers enough, and each ratio has some on both sides', () => {
    for (const [place, id] of IDS.entries()) {
      const all = [...records.keys()].map((unit) => byRules(unit)[place]);
      const sum = (key: 'numerator' | 'rest') => all.reduce((n, row) => n + (row?.[key] ?? 0), 0);
      expect([id, sum('numerator') > 0, sum('rest') > 0]).toEqual([id, true, true]);
    }
  });

  it('of filing are those a plain question to the database tells', async () => {
    const rows = await server.db.all<{ unit: string; online: number; post: number; n: number }>(
      `select unit, count(case when channel = 'online' then 1 end) as online, count(case when channel = 'post' then 1 end) as post, count(channel) as n from dossiers
       where tenant = 'mau' and received >= ? and received < ? group by unit order by unit`,
      [PERIOD.from, PERIOD.to],
    );
    const told = rows.filter(({ unit }) => records.has(unit));
    expect(told.length).toBe(3);
    for (const { unit, online, post, n } of told)
      expect(byClose(unit)).toMatchObject([
        { id: 'online', numerator: online, rest: n - online },
        { id: 'post', numerator: post, rest: n - post },
        ...IDS.slice(2).map((id) => ({ id })),
      ]);
  });
});
