import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { RescorePreview } from '#wire/comparison.ts';
import type { Problem } from '#wire/problem.ts';
import type { Period, PeriodCheck, PeriodSnapshots, Results } from '#wire/results.ts';
import { fillPeriod } from './filled-period.ts';
import { responseOf, type TestServer, testServer } from './test-server.ts';

// so-a of filled-period: indices 1,4 1,7 1,8 1,6 2,0 2,0 1,0 1,0 1,0 → 13,5. Index 2 is (2 + 2 + 1) / 3 = 1,666…
let server: TestServer;
beforeEach(async () => {
  server = await testServer();
  await fillPeriod(server);
  server.clock.now = new Date('2027-01-04T02:00:00Z');
});
afterEach(() => server.close());

const admin = () => server.credentials.mau['province-admin'];
const act = (name: string, body: object = {}) =>
  server.request<Period & Problem>('POST', `/v1/periods/2026-q4/${name}`, body, admin());
const results = async () =>
  (await server.request<Results>('GET', '/v1/periods/2026-q4/results', undefined, admin())).body;
const soA = async () => (await results()).units.find(({ unit }) => unit === 'so-a');
const actions = async () =>
  (await server.db.all<{ action: string }>("select action from audit where tenant = 'mau' order by seq")).map(
    (row) => row.action,
  );
const reason = 'Ý kiến của đơn vị được chấp nhận.';

describe('reopening', () => {
  it('lets answers in again, keeps the snapshot on record, and the next close makes another', async () => {
    await act('close');
    const opened = await act('reopen', { reason: 'Phiếu của một xã chưa gửi về.' });
    expect(opened.body).toMatchObject({ state: 'open', snapshot: null, closedAt: null });
    expect((await results()).units).toEqual([]);
    server.clock.now = new Date('2026-12-30T02:00:00Z');
    const sent = await server.request('POST', '/v1/responses', responseOf(50, { answers: { overall: 's4' } }));
    expect(sent.status).toBe(201);
    server.clock.now = new Date('2027-01-05T02:00:00Z');
    expect((await act('close')).body.snapshot).toBe('2026-q4.2');
    // One open answer beside the one of the first close.
    expect((await soA())?.n.open).toBe(2);
    const { body } = await server.request<PeriodSnapshots>('GET', '/v1/periods/2026-q4/snapshots', undefined, admin());
    expect(body.snapshots.map(({ snapshot, current }) => [snapshot, current])).toEqual([
      ['2026-q4.1', false],
      ['2026-q4.2', true],
    ]);
    expect(await actions()).toContain('period.reopen');
  });

  it('takes up a period whose close was cut short, and changes nothing of one that is open', async () => {
    await server.db.run("update periods set state = 'closed', closed_at = 'x' where tenant = 'mau'");
    expect((await act('reopen', { reason })).body.state).toBe('open');
    expect((await act('reopen', { reason })).body.state).toBe('open');
    expect((await actions()).filter((action) => action === 'period.reopen')).toHaveLength(1);
  });

  it('is refused once sealed, beside an open period of the same days, without a reason', async () => {
    await act('close');
    expect((await act('reopen', { reason: 'ngắn' })).body.code).toBe('body.invalid');
    const beside = { period: 'rieng', kind: 'custom', from: '2026-12-01', lastDay: '2027-01-31' };
    expect((await server.request('POST', '/v1/periods', beside, admin())).status).toBe(201);
    const refused = await act('reopen', { reason });
    expect([refused.status, refused.body.code]).toEqual([409, 'period.overlap']);
    expect(refused.body.message).toContain('kỳ rieng (01/12/2026 – 31/01/2027) đang mở');
    await act('seal');
    expect((await act('reopen', { reason })).body).toMatchObject({ code: 'period.state' });
  });
});

describe('scoring anew before the seal', () => {
  it('shows before and after without writing, and only what differs', async () => {
    await act('close');
    const before = await server.db.all('select * from snapshots');
    const { body } = await server.request<RescorePreview>(
      'POST',
      '/v1/periods/2026-q4/rescore/preview',
      { choices: { rounding: 'truncate' } },
      admin(),
    );
    // 1,666… cut off is 1,6: one index, and with it the total.
    expect(body.units).toEqual([
      {
        unit: 'so-a',
        name: 'Đơn vị so-a',
        total: { before: 135, after: 134 },
        grade: null,
        rank: null,
        dossiers: null,
        indicators: [{ indicator: 2, before: 17, after: 16 }],
      },
    ]);
    expect([body.compared, body.changed]).toEqual([3, { units: 1, total: 1, grade: 0, rank: 0 }]);
    expect(await server.db.all('select * from snapshots')).toEqual(before);
    expect((await soA())?.total).toBe(135);
  });

  it('makes the next snapshot by the other choice, which becomes the period’s', async () => {
    await act('close');
    const body = { reason, of: '2026-q4.1', choices: { rounding: 'truncate' } };
    expect((await act('rescore', body)).body.snapshot).toBe('2026-q4.2');
    expect((await soA())?.total).toBe(134);
    const shown = await results();
    expect(shown.snapshot).toMatchObject({ number: 2, reason });
    expect(shown.choices.find(({ key }) => key === 'rounding')?.value).toBe('Cắt bỏ phần lẻ');
    // Sent twice it is done once; a request that looked at an older snapshot for another reason is not.
    expect((await act('rescore', body)).body.snapshot).toBe('2026-q4.2');
    const late = await act('rescore', { reason: 'Một lý do khác hẳn.', of: '2026-q4.1' });
    expect([late.status, late.body.code]).toEqual([409, 'snapshot.moved']);
  });

  it('takes in what was corrected since, and nothing before it is asked to', async () => {
    await act('close');
    await correctDossier();
    expect((await soA())?.total).toBe(135);
    await act('rescore', { reason });
    // Index 2 is (2 + 2 + 2) / 3 = 2,0.
    expect((await soA())?.total).toBe(138);
  });

  it('is refused for an open and for a sealed period, and for what the opening settled', async () => {
    expect((await act('rescore', { reason })).body.code).toBe('period.open');
    await act('close');
    const fixed = await act('rescore', { reason, choices: { 'ruleset.straddle': 'firstDay' } });
    expect([fixed.status, fixed.body.code]).toEqual([422, 'choice.fixed']);
    await act('seal');
    expect((await act('rescore', { reason })).body.code).toBe('period.sealed');
    expect((await act('rescore/preview')).body.code).toBe('period.sealed');
  });
});

describe('advice of the check', () => {
  it('that was read is kept with its reason, printed with the snapshot, and asked about again when it changes', async () => {
    const check = async () =>
      (await server.request<PeriodCheck>('GET', '/v1/periods/2026-q4/check', undefined, admin())).body;
    const item = (await check()).advisory.find(({ code }) => code === 'dossier.unpromised');
    expect(item).toEqual({
      code: 'dossier.unpromised',
      message: '1 hồ sơ không có ngày hẹn trả nên không tính được thời hạn.',
      kept: null,
    });
    const said = {
      code: item?.code,
      message: item?.message,
      reason: 'Hồ sơ liên thông do bộ nhận, không có phiếu hẹn.',
    };
    expect((await act('check/acknowledge', said)).status).toBe(200);
    expect((await check()).advisory.find(({ code }) => code === 'dossier.unpromised')?.kept).toBe(said.reason);
    const changed = await act('check/acknowledge', { ...said, message: '2 hồ sơ không có ngày hẹn trả.' });
    expect([changed.status, changed.body.code]).toEqual([409, 'check.changed']);
    await act('close');
    expect((await results()).snapshot?.acknowledged).toEqual([{ message: said.message, reason: said.reason }]);
  });

  it('names days beside the period that belong to none', async () => {
    const open = { period: '2026-q2', kind: 'quarter', from: '2026-04-01', lastDay: '2026-06-30' };
    await server.request('POST', '/v1/periods', open, admin());
    const { body } = await server.request<PeriodCheck>('GET', '/v1/periods/2026-q4/check', undefined, admin());
    expect(body.advisory.filter(({ code }) => code === 'period.gap').map(({ message }) => message)).toEqual([
      'Kiểm tra: từ ngày 01/07/2026 đến ngày 30/09/2026 không thuộc kỳ đánh giá nào.',
    ]);
  });
});

/** The third dossier's step ended on 4/11 like the others: 2 points instead of 1. */
async function correctDossier(): Promise<void> {
  const changed = {
    code: 'H99.01-261102-0003',
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
    supplements: 1,
    limitDays: 3,
    steps: [{ unit: 'so-a', officer: null, due: '2026-11-05T11:30', ended: '2026-11-04T10:00' }],
  };
  const { body } = await server.request<{ outcomes: { outcome: string }[] }>(
    'POST',
    '/v1/dossiers',
    [changed],
    admin(),
  );
  expect(body.outcomes[0]?.outcome).toBe('updated');
}
