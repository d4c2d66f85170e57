import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Problem } from '#wire/problem.ts';
import type { FindingsPage, Period, PeriodCheck, PeriodSnapshots, PublicResults, Results } from '#wire/results.ts';
import { dossierBody } from './dossier-body.ts';
import { fillPeriod } from './filled-period.ts';
import { type TestServer, testServer } from './test-server.ts';

/**
 * Quarter IV is filled-period: so-a has indices 1,4 1,7 1,8 1,6 2,0 2,0 1,0 1,0 1,0 → 13,5; index 2 is (2 + 2 + 1) / 3.
 * Quarter III has one dossier of so-a, its step ended in the session it was due: index 2 is 1,0. No answers, no facts.
 */
let server: TestServer;
const admin = () => server.credentials.mau['province-admin'];
const act = (period: string, name: string, body: object = {}) =>
  server.request<Period & Problem>('POST', `/v1/periods/${period}/${name}`, body, admin());
const open = (period: string, kind: string, from: string, lastDay: string) =>
  server.request<Period & Problem>('POST', '/v1/periods', { period, kind, from, lastDay }, admin());
const HALF = ['nua-nam', 'custom', '2026-07-01', '2026-12-31'] as const;
const results = async () =>
  (await server.request<Results>('GET', '/v1/periods/nua-nam/results', undefined, admin())).body;
const soA = async () => {
  const found = (await results()).units.find(({ unit }) => unit === 'so-a');
  if (!found) throw new Error('no so-a');
  return found;
};
const points = async () => (await soA()).rows.map(({ official }) => official.points);
const reason = 'Ý kiến của đơn vị được chấp nhận.';

beforeEach(async () => {
  server = await testServer();
  expect((await open('2026-q3', 'quarter', '2026-07-01', '2026-09-30')).status).toBe(201);
  await fillPeriod(server);
  const step = { unit: 'so-a', officer: null, due: '2026-08-06T11:30', ended: '2026-08-06T09:00' };
  const dossier = dossierBody({
    code: 'H99.01-260803-0001',
    received: '2026-08-03T08:00',
    promised: '2026-08-06T17:00',
    ready: '2026-08-05T10:00',
    officer: 'CB-01',
    steps: [step],
  });
  const sent = await server.request<{ outcomes: { outcome: string }[] }>('POST', '/v1/dossiers', [dossier], admin());
  expect(sent.body.outcomes).toMatchObject([{ outcome: 'created' }]);
  server.clock.now = new Date('2027-01-04T02:00:00Z');
});
afterEach(() => server.close());

async function closeQuarters(): Promise<void> {
  for (const id of ['2026-q3', '2026-q4']) expect((await act(id, 'close')).body.state).toBe('closed');
}

describe('opening a year beside its quarters', () => {
  it('names the quarters that are not there or not closed', async () => {
    await act('2026-q4', 'close');
    await server.db.run("update periods set state = 'closed' where tenant = 'mau' and period = '2026-q3'");
    const refused = await open('2026', 'year', '2026-01-01', '2026-12-31');
    expect([refused.status, refused.body.code]).toEqual([409, 'quarters.missing']);
    expect(refused.body.message).toContain(
      'còn thiếu: Quý I/2026 (chưa mở), Quý II/2026 (chưa mở) và Quý III/2026 (chưa chốt)',
    );
  });

  it('waits for them, takes no answer and cannot be reopened', async () => {
    await closeQuarters();
    const opened = await open(...HALF);
    expect(opened.body).toMatchObject({ state: 'waiting', snapshot: null, parts: ['2026-q3', '2026-q4'] });
    // Dossiers may change: nothing is being computed.
    const changed = dossierBody({ code: 'H99.01-260803-0009' });
    expect((await server.request('POST', '/v1/dossiers', [changed], admin())).status).toBe(200);
    expect((await act('nua-nam', 'reopen', { reason })).body.code).toBe('period.parts');
    expect((await act('nua-nam', 'seal')).body.code).toBe('period.open');
  });
});

describe('a year of quarters', () => {
  it('is pooled from their dossiers: a quarter with few of them weighs little', async () => {
    await closeQuarters();
    await open(...HALF);
    const { body } = await server.request<PeriodCheck>('GET', '/v1/periods/nua-nam/check', undefined, admin());
    expect([body.blocking, body.counts.dossiers]).toEqual([[], 7]);
    const advice = body.advisory.find(({ code }) => code === 'quarters.provisional');
    // What its own check advises can be left as it is, as that of any period can.
    const keep = { code: advice?.code, message: advice?.message, reason: 'Hai quý sẽ khóa sổ trong tuần.' };
    expect((await act('nua-nam', 'check/acknowledge', keep)).status).toBe(200);
    expect((await act('nua-nam', 'close')).body).toMatchObject({ state: 'closed', snapshot: 'nua-nam.1' });
    // Index 2 is (2 + 2 + 1 + 1) / 4 = 1,5. What quarter III did not declare is not known of the year; its lists are the last's.
    expect(await points()).toEqual([14, 15, 18, 16, 20, null, 10, null, null]);
    const unit = await soA();
    expect([unit.total, unit.max, unit.missing]).toEqual([93, 120, [6, 8, 9]]);
    expect([unit.n.dossiers, unit.n.official, unit.rows[0]?.computed?.n]).toEqual([7, 5, 6]);
    expect((await act('nua-nam', 'close')).body.snapshot).toBe('nua-nam.1');
    const { body: list } = await server.request<PeriodSnapshots>(
      'GET',
      '/v1/periods/nua-nam/snapshots',
      undefined,
      admin(),
    );
    expect(list.snapshots[0]?.parts).toEqual([
      { period: '2026-q3', snapshot: '2026-q3.1' },
      { period: '2026-q4', snapshot: '2026-q4.1' },
    ]);
  });

  it('shows behind a cell the findings of all its quarters, on screen as in the file', async () => {
    await closeQuarters();
    await open(...HALF);
    await act('nua-nam', 'close');
    const at = '/v1/periods/nua-nam/units/so-a/findings';
    const query = '?series=computed&indicator=2';
    const { body } = await server.request<FindingsPage>('GET', `${at}${query}`, undefined, admin());
    const found = body.findings.map(({ dossier, points: given }) => [dossier?.slice(-11), given] as const);
    expect(body.next).toBeNull();
    // Of 7 dossiers three of quarter IV have a step, 2 + 2 + 1, and the one of quarter III, 1: their mean is the 1,5 of the cell.
    expect(found).toHaveLength(7);
    expect(found.flatMap(([, given]) => given ?? []).sort()).toEqual([10, 10, 20, 20]);
    expect(found.map(([dossier]) => dossier)).toContain('260803-0001');
    expect((await soA()).rows[1]?.computed).toMatchObject({ points: 15, n: 4 });
    const csv = (await server.request('GET', `${at}.csv${query}`, undefined, admin())).text.trim().split('\r\n');
    expect(csv.slice(1).map((line) => line.split(',')[0]?.slice(-11))).toEqual(found.map(([dossier]) => dossier));
  });

  it('is the mean of what they came to where that is chosen', async () => {
    await server.db.run(`update periods set choices = '{"year.pool":"meanOfQuarters"}' where tenant = 'mau'`);
    await closeQuarters();
    await open(...HALF);
    await act('nua-nam', 'close');
    // Index 2 is (1,7 + 1,0) / 2 = 1,35, rounded up; the others are those of the one quarter that has them.
    expect(await points()).toEqual([14, 14, 18, 16, 20, 20, 10, 10, 10]);
    expect((await soA()).total).toBe(132);
    expect((await soA()).gradeLabel).toBe('Tốt');
  });

  it('pools an officer too', async () => {
    await closeQuarters();
    await open(...HALF);
    await act('nua-nam', 'close');
    const officer = (await results()).officers.find((each) => each.officer === 'CB-01');
    // Six dossiers of quarter IV and one of quarter III.
    expect(officer?.n.dossiers).toBe(7);
  });

  it('is not made of quarters that were scored differently', async () => {
    await closeQuarters();
    await open(...HALF);
    await act('2026-q3', 'rescore', { reason, choices: { rounding: 'truncate' } });
    const refused = await act('nua-nam', 'close');
    expect([refused.status, refused.body.code]).toEqual([409, 'period.blocked']);
    expect(refused.body.message).toContain('Quý IV/2026 chấm theo cách hiểu «Số lẻ đúng nửa đơn vị');
    expect((await act('nua-nam', 'rescore', { reason })).body.code).toBe('period.open');
  });

  it('says that it is outdated once a quarter is scored anew, and is made anew from what that came to', async () => {
    await closeQuarters();
    await open(...HALF);
    await act('nua-nam', 'close');
    for (const id of ['2026-q3', '2026-q4']) await act(id, 'rescore', { reason, choices: { rounding: 'truncate' } });
    const outdated = async () =>
      (await server.request<{ periods: Period[] }>('GET', '/v1/periods', undefined, admin())).body.periods.find(
        ({ period }) => period === 'nua-nam',
      )?.outdated;
    expect(await outdated()).toBe(true);
    for (const id of ['2026-q3', '2026-q4']) await act(id, 'seal');
    expect((await act('nua-nam', 'seal')).body.code).toBe('year.outdated');
    expect((await act('nua-nam', 'rescore', { reason, choices: { total: 'roundOfSum' } })).body.code).toBe(
      'choice.ofQuarters',
    );
    expect((await act('nua-nam', 'rescore', { reason })).body).toMatchObject({
      snapshot: 'nua-nam.2',
      outdated: false,
    });
    expect((await act('nua-nam', 'seal')).body.state).toBe('sealed');
    expect((await act('nua-nam', 'publish')).status).toBe(200);
  });

  it('is sealed after its quarters, and corrected after they are', async () => {
    await closeQuarters();
    await open(...HALF);
    await act('nua-nam', 'close');
    const refused = await act('nua-nam', 'seal');
    expect([refused.status, refused.body.code]).toEqual([409, 'quarters.unsealed']);
    expect(refused.body.message).toContain('Quý III/2026 và Quý IV/2026 chưa khóa sổ');
    for (const id of ['2026-q3', '2026-q4', 'nua-nam']) expect((await act(id, 'seal')).body.state).toBe('sealed');
    const late = dossierBody({
      code: 'H99.01-260803-0001',
      received: '2026-08-03T08:00',
      promised: '2026-08-06T17:00',
      ready: '2026-08-05T10:00',
      officer: 'CB-01',
      steps: [{ unit: 'so-a', officer: null, due: '2026-08-06T11:30', ended: '2026-08-05T09:00' }],
    });
    await server.request('POST', '/v1/dossiers', [late], admin());
    const correction = { reason, erratum: 'Chỉ số 2 của so-a được tính lại.' };
    await act('2026-q3', 'correct', correction);
    expect((await act('nua-nam', 'publish')).body.code).toBe('year.outdated');
    expect((await act('nua-nam', 'correct', correction)).body.snapshot).toBe('nua-nam.2');
    // Index 2 is now (2 + 2 + 1 + 2) / 4 = 1,75.
    expect((await points())[1]).toBe(18);
    expect((await act('nua-nam', 'publish')).status).toBe(200);
  });

  it('is not corrected before the public by a table that does not add up, unless it is told why', async () => {
    await closeQuarters();
    await open(...HALF);
    await act('nua-nam', 'close');
    for (const id of ['2026-q3', '2026-q4', 'nua-nam']) await act(id, 'seal');
    expect((await act('nua-nam', 'publish')).status).toBe(200);
    // As a fault of the program would leave it: of the one dossier of quarter III, two were early.
    await server.db.run(
      `update snapshot_sums set sums = replace(sums, '"early":1', '"early":2') where snapshot = '2026-q3.1' and unit = 'so-a'`,
    );
    const correction = { reason, erratum: 'Quý III của so-a được cộng lại.', of: 'nua-nam.1' };
    const refused = await act('nua-nam', 'correct', correction);
    expect([refused.status, refused.body.code]).toEqual([409, 'sum.fault']);
    expect((await results()).snapshot?.snapshot).toBe('nua-nam.1');
    const faultReason = 'Hệ thống đếm thừa một hồ sơ, đang kiểm tra.';
    expect((await act('nua-nam', 'correct', { ...correction, faultReason })).body.snapshot).toBe('nua-nam.2');
    const { body } = await server.request<PublicResults>('GET', '/v1/public/periods/nua-nam/results?tenant=mau');
    expect(body.faultReason).toBe(faultReason);
  });
});
