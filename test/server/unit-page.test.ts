import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ReportBody } from '#wire/report.ts';
import type { IndexRow, UnitPage } from '#wire/unit-page.ts';
import { insertPeriod } from '../../server/store/periods.ts';
import { insertSums, unitSums } from '../../server/store/snapshot-sums.ts';
import { insertSnapshot, putUnitResult, snapshotOrNull, unitResults } from '../../server/store/snapshots.ts';
import { insertUnit } from '../../server/store/units.ts';
import { fillPeriod } from './filled-period.ts';
import { type As, type TestServer, testServer } from './test-server.ts';

let server: TestServer;
const get = (as: As, unit = 'so-a', period = '2026-q4') =>
  server.request<UnitPage>('GET', `/v1/periods/${period}/units/${unit}`, undefined, as);
const page = async (unit = 'so-a') => (await get(server.credentials.mau.viewer, unit)).body;
const rowOf = ({ rows }: { rows: readonly IndexRow[] }, indicator: number) =>
  rows.find((row) => row.indicator === indicator);

beforeAll(async () => {
  server = await testServer();
  await fillPeriod(server);
});
afterAll(() => server.close());

describe('a unit before the close', () => {
  it('has no figure, and says what it is called', async () => {
    expect(await page()).toMatchObject({
      unit: null,
      name: 'Đơn vị so-a',
      rows: [],
      trend: [],
      officers: [],
      snapshot: null,
    });
  });
});

describe('a unit of a closed period', () => {
  beforeAll(async () => {
    server.clock.now = new Date('2027-01-04T02:00:00Z');
    await server.request('POST', '/v1/periods/2026-q4/close', {}, server.credentials.mau['province-admin']);
  });

  it('shows each indicator in every series with its n and an interval where dossiers stand behind it', async () => {
    const body = await page();
    const first = rowOf(body, 1);
    // Citizens and system: 70 tenths over 5 → 14; ends of 5 values with mean 1,4 of 2 by hand: 5,98 and 18,55.
    for (const series of ['citizen', 'computed'] as const)
      expect(first?.[series]).toMatchObject({
        id: `unit/so-a/1/${series}`,
        value: 14,
        n: 5,
        low: 6,
        high: 19,
        few: true,
      });
    expect(first?.official).toMatchObject({
      id: 'unit/so-a/1/official',
      value: 14,
      cites: ['Điều 13 TT 01/2018/TT-VPCP'],
    });
    expect(first?.officialSeries).toBe('citizen');
    expect(body.intervals).toContain('Khoảng rộng nhất');
  });

  it('gives what the unit declared once no n and no interval', async () => {
    const fifth = rowOf(await page(), 5);
    expect(fifth?.computed).toMatchObject({ value: 20, n: null, low: null, high: null, few: false });
    expect(fifth).toMatchObject({ citizen: null, self: null, appraised: null });
  });

  it('says the difference of self and system in words, over the dossiers that have both', async () => {
    // d1 20 − 20, d5 10 − 0: 10 tenths over 2, so +0,5.
    expect(rowOf(await page(), 1)?.difference).toMatchObject({
      value: 5,
      unit: 'difference',
      n: 2,
      because: 'Tự chấm cao hơn hệ thống 0,5 điểm trên 2 hồ sơ có cả hai điểm.',
    });
  });

  it('lists its officers with their level, and logs that they were read', async () => {
    const body = await page();
    expect(body.officers.map(({ officer, dossiers }) => [officer, dossiers])).toEqual([['CB-01', 6]]);
    expect(body.bands.map(({ code, share }) => [code, share.value, share.of])).toEqual([
      ['full', 1, 1],
      ['most', 0, 1],
      ['under', 0, 1],
    ]);
    const [entry] = await server.db.all<{ actor: string; action: string; subject: string }>(
      "select actor, action, subject from audit where tenant = 'mau' order by seq desc limit 1",
    );
    expect(entry).toEqual({ actor: 'user:viewer', action: 'results.read', subject: '2026-q4/so-a' });
  });

  it('is not shown to who administers another unit', async () => {
    const denied = await get(server.credentials.mau['unit-admin'], 'so-b');
    expect(denied.status).toBe(403);
    expect((await get(server.credentials.mau.inspector)).status).toBe(403);
  });
});

describe('a unit over its periods', () => {
  beforeAll(async () => {
    const [own] = await unitResults(server.db, 'mau', '2026-q4.1', ['so-a']);
    const sums = (await unitSums(server.db, 'mau', '2026-q4.1', ['so-a'])).get('so-a');
    const snapshot = await snapshotOrNull(server.db, 'mau', '2026-q4.1');
    if (!own || !sums || !snapshot) throw new Error('the quarter is not closed');
    const earlier = { ...snapshot, snapshot: '2026-q3.1', period: '2026-q3' };
    const old = [
      { unit: 'cu-1', name: 'Sở Cũ Một', citizen: { 1: [null, 4] }, computed: { 1: [150, 10] }, self: {} },
      { unit: 'cu-2', name: 'Sở Cũ Hai', citizen: { 1: [80, 5] }, computed: { 1: [190, 10] }, self: {} },
    ] as const;
    await server.db.batch([
      ...old.map(({ unit, name }) =>
        insertUnit('mau', { unit, name, parent: null, level: 'province', from: '2026-01-01', to: '2026-10-01' }),
      ),
      ...old.map(({ unit }) => ({
        sql: "insert into unit_successors (tenant, unit, successor, from_day) values ('mau', ?, 'so-a', '2026-10-01')",
        params: [unit],
      })),
      insertPeriod('mau', {
        ...{ period: '2026-q3', kind: 'quarter', from: '2026-07-01', to: '2026-10-01', ruleset: 'binh-thuan-1063' },
        ...{ decision: null, choices: '{}' },
      }),
      insertSnapshot('mau', earlier, { records: null, citizenFrozenFrom: null, findingsOf: '2026-q3.1' }),
      ...old.map(({ unit, name }) => putUnitResult('mau', '2026-q3.1', { ...own, unit, name })),
      ...insertSums('mau', '2026-q3.1', { units: old.map((each) => ({ ...sums, ...each })), officers: [] }),
      {
        sql: "update periods set snapshot = '2026-q3.1', state = 'closed' where tenant = 'mau' and period = '2026-q3'",
        params: [],
      },
    ]);
  });

  it('is told from the dossiers of the units that went into it, oldest first, with what changed in between', async () => {
    const { trend } = await page();
    expect(trend.map(({ period, pooled }) => [period, pooled])).toEqual([
      ['2026-q3', ['Sở Cũ Một', 'Sở Cũ Hai']],
      ['2026-q4', []],
    ]);
    const [before, now] = trend;
    // (150 + 190) / 20 = 17; of citizens only the second unit's 5 answers were kept: 80 / 5 = 16.
    expect(before?.rows[0]).toMatchObject({
      indicator: 1,
      computed: { id: 'unit/so-a/1/computed/2026-q3', value: 17, n: 20 },
      citizen: { value: 16, n: 5 },
      self: null,
    });
    expect(before?.total).toMatchObject({
      value: null,
      because: 'Khi đó là Sở Cũ Một và Sở Cũ Hai; tổng điểm chỉ có của từng đơn vị.',
    });
    expect(now?.total).toMatchObject({ id: 'ranking/so-a/total/2026-q4', value: 135 });
    expect(now?.changed).toContain('bộ quy tắc');
    expect(before?.changed).toBeNull();
  });

  it('stands in the report of the province too: grades, mean total and satisfaction over the closed periods', async () => {
    const admin = server.credentials.mau['province-admin'];
    const { body } = await server.request<ReportBody>('GET', '/v1/periods/2026-q4/report', undefined, admin);
    const figures = new Map(body.figures.map((figure) => [figure.id, figure]));
    // Both units of the third quarter have 13,5; of the fourth one has no grade, so that the mean is of the other alone.
    expect(figures.get('level/province/mean-total/2026-q3')).toMatchObject({ value: 135, of: 180, n: 2 });
    expect(figures.get('level/province/mean-total/2026-q4')).toMatchObject({ value: 135, of: 180, n: 1 });
    const chart = body.blocks.find(
      (block) => block.kind === 'chart' && block.drawing.id === 'diem-qua-cac-ky-province',
    );
    expect(chart).toMatchObject({ drawing: { title: 'Điểm bình quân của đơn vị cấp tỉnh giữ ở 13,5' } });
    expect(JSON.stringify(chart)).toContain('Quý IV/2026: bộ quy tắc «');
    const tables = body.blocks.flatMap((block) => (block.kind === 'table' ? [block.key] : []));
    expect(tables.filter((key) => key.startsWith('trend-'))).toEqual([
      ...['trend-grades-province', 'trend-satisfaction', 'trend-overdue'],
    ]);
  });

  it('tells of a unit that ended who goes on', async () => {
    const body = (await get(server.credentials.mau.viewer, 'cu-1', '2026-q3')).body;
    expect(body.continued).toEqual({
      to: '2026-10-01',
      successors: [{ unit: 'so-a', name: 'Đơn vị so-a', share: null }],
    });
    expect(body.trend.map(({ period }) => period)).toEqual(['2026-q3']);
  });
});
