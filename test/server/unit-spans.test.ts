import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Problem } from '#wire/problem.ts';
import type { Ranking } from '#wire/ranking.ts';
import type { PublicResults, Results } from '#wire/results.ts';
import type { Unit } from '#wire/unit.ts';
import type { UnitFactsList } from '#wire/unit-facts.ts';
import type { UnitPage } from '#wire/unit-page.ts';
import type { ChangedUnits } from '#wire/unit-spans.ts';
import { lineageOf } from '../../server/figures/lineage-of.ts';
import { insertPeriod } from '../../server/store/periods.ts';
import { renewUnits } from '../../server/store/unit-spans.ts';
import { sendFile } from '../imports/send-file.ts';
import { dossierBody } from './dossier-body.ts';
import { type As, idOf, type TestServer, testServer } from './test-server.ts';

/** `so-b` was the district's office until the end of September and is a commune's from quarter IV on. */
const OFFICE = { from: '2026-01-01', name: 'Sở Bê', level: 'province', parent: null } as const;
const COMMUNE = { from: '2026-10-01', name: 'Phường Bê', level: 'commune', parent: null } as const;
const reason = 'Quyết định số 12 của Ủy ban nhân dân tỉnh.';

let server: TestServer;
let admin: As;
beforeAll(async () => {
  server = await testServer();
  admin = server.credentials.mau['province-admin'];
  server.clock.now = new Date('2026-11-24T02:00:00Z');
});
afterAll(() => server.close());

type Outcomes = { outcomes: { outcome: string; problem?: Problem }[] };
const get = async <Body>(path: string, as: As = admin) => (await server.request<Body>('GET', path, undefined, as)).body;
async function put(spans: readonly object[], unit = 'so-b', why = reason, as = admin) {
  const sent = await server.request<Outcomes>('POST', '/v1/unit-spans', [{ unit, spans, reason: why }], as);
  return { status: sent.status, ...sent.body.outcomes?.[0] };
}
const issues = ({ problem }: Awaited<ReturnType<typeof put>>) => problem?.issues?.map(({ path }) => path);
const ranked = async (period: string) =>
  (await get<Ranking>(`/v1/periods/${period}/ranking`)).units.map(({ unit, name, level, rank }) => [
    ...[unit, name, level, rank],
  ]);
const today = async () => (await get<{ units: Unit[] }>('/v1/units')).units.find(({ unit }) => unit === 'so-b');

describe('spans of a unit', () => {
  it('are those on record, by day, and what the unit is today is the span in force', async () => {
    expect(await get('/v1/unit-spans')).toEqual({ units: [] });
    expect(await put([COMMUNE, OFFICE])).toMatchObject({ outcome: 'updated' });
    expect(await get<ChangedUnits>('/v1/unit-spans')).toEqual({ units: [{ unit: 'so-b', spans: [OFFICE, COMMUNE] }] });
    expect(await today()).toMatchObject({ name: 'Phường Bê', level: 'commune', from: '2026-01-01', to: null });
    expect(await put([OFFICE, COMMUNE])).toMatchObject({ outcome: 'repeated' });
  });

  it('are in the log with what stood before and why', async () => {
    const [row] = await server.db.all<{ actor: string; detail: string }>(
      "select actor, detail from audit where tenant = 'mau' and action = 'unit-spans.put'",
    );
    expect(row?.actor).toBe('user:province-admin');
    const before = [{ from: '2026-01-01', name: 'Đơn vị so-b', level: 'province', parent: null }];
    expect(JSON.parse(row?.detail ?? '{}').items).toEqual([{ unit: 'so-b', before, after: [OFFICE, COMMUNE], reason }]);
  });

  it('are refused where they overlap, leave days out or go beyond the unit, by place and field', async () => {
    const twice = await put([OFFICE, { ...COMMUNE, from: OFFICE.from }]);
    expect([twice.problem?.code, issues(twice)]).toEqual(['unit.spans', ['spans.1.from']]);
    expect(twice.problem?.message).toBe(
      'Giai đoạn 2, trường «Từ ngày»: đã có giai đoạn khác bắt đầu ngày 01/01/2026. Chọn ngày khác hoặc bỏ một giai đoạn.',
    );
    const gap = await put([{ ...OFFICE, from: '2026-02-01' }, COMMUNE]);
    expect(gap.problem?.message).toContain('từ ngày 01/01/2026 đến hết ngày 31/01/2026 không có giai đoạn nào');
    const district = await put([{ ...OFFICE, level: 'district' }, COMMUNE]);
    expect([district.problem?.code, issues(district)]).toEqual(['unit.spans', ['spans.0.level']]);
    const orphan = await put([OFFICE, { ...COMMUNE, parent: 'khong-co' }]);
    expect([orphan.problem?.code, issues(orphan)]).toEqual(['unit.parent', ['spans.1.parent']]);
    expect((await put([OFFICE], 'khong-co')).problem?.code).toBe('unit.unknown');
    expect((await put([OFFICE, COMMUNE], 'so-b', 'sai')).problem?.issues?.[0]?.path).toBe('reason');
    expect((await get<ChangedUnits>('/v1/unit-spans')).units[0]?.spans).toEqual([OFFICE, COMMUNE]);
  });

  it('are the province’s to tell', async () => {
    expect((await put([OFFICE], 'so-b', reason, server.credentials.mau['unit-admin'])).status).toBe(403);
  });

  it('hold the unit’s own days; its plain form corrects the span in force', async () => {
    const unit = { unit: 'so-b', name: 'Phường Bê', level: 'commune', parent: null, from: '2026-01-01' };
    const send = async (item: object) =>
      (await server.request<Outcomes>('POST', '/v1/units', [item], admin)).body.outcomes[0];
    expect((await send({ ...unit, from: '2026-10-01' }))?.problem?.issues?.[0]?.path).toBe('from');
    expect((await send({ ...unit, to: '2026-10-01' }))?.problem?.code).toBe('unit.spans');
    expect(await send({ ...unit, name: 'Phường Bê Mới' })).toMatchObject({ outcome: 'updated' });
    expect((await get<ChangedUnits>('/v1/unit-spans')).units[0]?.spans.map(({ name }) => name)).toEqual([
      ...['Sở Bê', 'Phường Bê Mới'],
    ]);
    await send(unit);
  });

  it('are corrected by a file of units in the same way, and taken back with it', async () => {
    const file = 'Mã,Tên,Cấp,Từ ngày\nso-b,Phường Bê Hai,xã,01/01/2026';
    expect((await sendFile(server, 1, { kind: 'units' }, file)).body).toMatchObject({ updated: 1, refused: 0 });
    const names = async () => (await get<ChangedUnits>('/v1/unit-spans')).units[0]?.spans.map(({ name }) => name);
    expect(await names()).toEqual(['Sở Bê', 'Phường Bê Hai']);
    const undone = await server.request('POST', `/v1/imports/${idOf(1)}/undo`, {}, admin);
    expect(undone.body).toMatchObject({ takenBack: 1 });
    expect(await names()).toEqual(['Sở Bê', 'Phường Bê']);
  });
});

describe('two quarters around a change of level', () => {
  const facts = { oneStop: { listed: 60, receivedAndReturned: 60, wholeCycle: 12 } };
  const declare = async (period: string, level: string) => {
    const item = { unit: 'so-b', period, facts: { oneStop: { ...facts.oneStop, level } } };
    return (await server.request<Outcomes>('POST', '/v1/unit-facts', [item], admin)).body.outcomes[0];
  };

  beforeAll(async () => {
    await server.db.batch([
      insertPeriod('mau', {
        ...{ period: '2026-q3', kind: 'quarter', from: '2026-07-01', to: '2026-10-01', ruleset: 'tt01-2018' },
        ...{ decision: null, choices: '{}' },
      }),
    ]);
  });

  it('ask for the level of the quarter, and say which it is', async () => {
    const listed = async (period: string) =>
      (await get<UnitFactsList>(`/v1/unit-facts?period=${period}`)).units.find(({ unit }) => unit === 'so-b');
    expect(await listed('2026-q3')).toEqual({ unit: 'so-b', name: 'Sở Bê', level: 'province' });
    expect(await listed('2026-q4')).toEqual({ unit: 'so-b', name: 'Phường Bê', level: 'commune' });
    expect((await declare('2026-q3', 'commune'))?.problem?.issues?.[0]?.path).toBe('facts.oneStop.level');
    expect(await declare('2026-q3', 'province')).toMatchObject({ outcome: 'updated' });
    expect((await declare('2026-q4', 'province'))?.problem?.code).toBe('unit.level');
    expect(await declare('2026-q4', 'commune')).toMatchObject({ outcome: 'updated' });
  });

  it('are closed with the level of the last day of each, and ranked within it', async () => {
    const dossiers = [1, 2, 3, 4, 5].map((n) =>
      dossierBody({ code: `H99.02-260801-000${n}`, unit: 'so-b', received: '2026-08-03T08:00' }),
    );
    await server.request('POST', '/v1/dossiers', dossiers, admin);
    server.clock.now = new Date('2027-01-04T02:00:00Z');
    for (const period of ['2026-q3', '2026-q4']) {
      const closed = await server.request('POST', `/v1/periods/${period}/close`, {}, admin);
      expect(closed.status, closed.text).toBe(200);
    }
    const levels = async (period: string) =>
      (await ranked(period)).filter(([unit]) => unit === 'so-b').map(([, name, level]) => [name, level]);
    expect(await levels('2026-q3')).toEqual([['Sở Bê', 'province']]);
    expect(await levels('2026-q4')).toEqual([['Phường Bê', 'commune']]);
    // 12/60 = 20 %: enough for a department (20 %), not for a commune (100 %), for which all of it is the middle step.
    const five = async (period: string) => {
      const { units } = await get<Results>(`/v1/periods/${period}/results`);
      return units.find(({ unit }) => unit === 'so-b')?.rows.find(({ indicator }) => indicator === 5)?.computed?.points;
    };
    expect([await five('2026-q3'), await five('2026-q4')]).toEqual([20, 10]);
  });

  it('count the unit at its level in each: two departments and a commune, then one and two', async () => {
    const levels = async (period: string) => (await get<Ranking>(`/v1/periods/${period}/ranking`)).levels;
    expect(await levels('2026-q3')).toEqual([
      { level: 'province', units: 2 },
      { level: 'commune', units: 1 },
    ]);
    expect(await levels('2026-q4')).toEqual([
      { level: 'province', units: 1 },
      { level: 'commune', units: 2 },
    ]);
  });

  it('name the unit as it was then on its page, and its history is one unit’s', async () => {
    const q3 = await get<UnitPage>('/v1/periods/2026-q3/units/so-b');
    expect([q3.name, q3.unit?.level]).toEqual(['Sở Bê', 'province']);
    const q4 = await get<UnitPage>('/v1/periods/2026-q4/units/so-b');
    expect(q4.name).toBe('Phường Bê');
    expect(q4.trend.map(({ period, pooled }) => [period, pooled])).toEqual([
      ['2026-q3', []],
      ['2026-q4', []],
    ]);
  });

  it('are published as they were closed', async () => {
    const published = () => get<PublicResults>('/v1/public/periods/2026-q3/results?tenant=mau', {});
    for (const act of ['seal', 'publish']) await server.request('POST', `/v1/periods/2026-q3/${act}`, {}, admin);
    expect((await published()).units.find(({ unit }) => unit === 'so-b')).toMatchObject({
      ...{ name: 'Sở Bê', level: 'province' },
    });
  });

  it('stay as they were closed when the spans are corrected; closed anew they follow', async () => {
    const before = [await ranked('2026-q3'), await ranked('2026-q4')];
    const later = { ...COMMUNE, from: '2027-01-01' };
    expect(await put([OFFICE, later])).toMatchObject({ outcome: 'updated' });
    expect([await ranked('2026-q3'), await ranked('2026-q4')]).toEqual(before);
    const again = { reason: 'Ngày đổi cấp là 01/01/2027.' };
    const reopened = await server.request('POST', '/v1/periods/2026-q4/reopen', again, admin);
    expect(reopened.status, reopened.text).toBe(200);
    await server.request('POST', '/v1/periods/2026-q4/close', {}, admin);
    expect((await ranked('2026-q4')).find(([unit]) => unit === 'so-b')?.slice(1, 3)).toEqual(['Sở Bê', 'province']);
  });
});

describe('what is to come', () => {
  it('is the unit’s from its day on, by the daily work', async () => {
    await put([OFFICE, { ...COMMUNE, from: '2027-02-01' }]);
    expect(await today()).toMatchObject({ name: 'Sở Bê', level: 'province' });
    await server.db.batch([renewUnits('mau', '2027-01-31')]);
    expect(await today()).toMatchObject({ name: 'Sở Bê' });
    await server.db.batch([renewUnits('mau', '2027-02-01')]);
    expect(await today()).toMatchObject({ name: 'Phường Bê', level: 'commune' });
  });

  it('is told with successors: a unit that changed its name and then went into another is pooled once', async () => {
    await server.db.run("update units set to_day = '2027-04-01' where tenant = 'mau' and unit = 'so-b'");
    const sent = [{ unit: 'so-b', successors: [{ unit: 'xa-1' }] }];
    const { body } = await server.request<Outcomes>('POST', '/v1/unit-successors', sent, admin);
    expect(body.outcomes).toMatchObject([{ outcome: 'updated' }]);
    expect((await lineageOf(server.db, 'mau', 'xa-1', '2027-06-30')).pooled).toEqual([
      { unit: 'xa-1', name: 'Đơn vị xa-1' },
      { unit: 'so-b', name: 'Phường Bê' },
    ]);
  });

  it('of one span alone is the unit’s own row again', async () => {
    expect(await put([{ ...OFFICE, name: 'Sở Bê Cũ' }])).toMatchObject({ outcome: 'updated' });
    expect(await get('/v1/unit-spans')).toEqual({ units: [] });
    expect(await today()).toMatchObject({ name: 'Sở Bê Cũ', level: 'province', to: '2027-04-01' });
  });
});
