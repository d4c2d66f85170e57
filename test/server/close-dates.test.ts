import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { DossierBody } from '#wire/dossier.ts';
import type { Outcome, Problem } from '#wire/problem.ts';
import type { PeriodCheck, Results, UnitResult } from '#wire/results.ts';
import { dossierBody } from './dossier-body.ts';
import { type TestServer, testServer } from './test-server.ts';

let server: TestServer;
beforeEach(async () => {
  server = await testServer();
});
afterEach(() => server.close());

const dossierOf = (n: number, more: Partial<DossierBody>): DossierBody =>
  dossierBody({ code: `H99.01-261102-${String(n).padStart(4, '0')}`, ...more });

async function send(...dossiers: DossierBody[]): Promise<Outcome[]> {
  const { officer } = server.credentials.mau;
  const { body } = await server.request<{ outcomes: Outcome[] }>('POST', '/v1/dossiers', dossiers, officer);
  return body.outcomes;
}

const admin = () => server.credentials.mau['province-admin'];
const close = () => server.request<Problem & { state: string }>('POST', '/v1/periods/2026-q4/close', {}, admin());
const check = async () =>
  (await server.request<PeriodCheck>('GET', '/v1/periods/2026-q4/check', undefined, admin())).body;

async function unitA(): Promise<UnitResult> {
  const { body } = await server.request<Results>('GET', '/v1/periods/2026-q4/results', undefined, admin());
  return body.units.find((u) => u.unit === 'so-a') as UnitResult;
}

describe('dates of a dossier', () => {
  it.each([
    ['promised', '2026-02-30T17:00'],
    ['promised', '2206-11-05T17:00'],
    ['received', '1026-11-02T08:00'],
  ] as const)('are refused at the door where they cannot be: %s %s', async (field, value) => {
    const [outcome] = await send(dossierOf(1, { [field]: value }));
    expect(outcome).toMatchObject({ outcome: 'refused', status: 422 });
    expect(JSON.stringify(outcome)).toContain('ngày phải có thật, từ năm 2000 đến năm 2100');
  });
});

describe('a calendar that lacks days of this year or the next', () => {
  it('is told before the close, with what is missing', async () => {
    const told = async (day: string) => {
      server.clock.now = new Date(`${day}T02:00:00Z`);
      return (await check()).advisory
        .filter(({ code }) => code === 'calendar.incomplete')
        .map(({ message }) => message);
    };
    expect((await told('2026-11-24')).join(' ')).toContain('Tết Âm lịch năm 2027 chưa có thông báo chính thức');
    expect((await told('2027-01-04')).join(' ')).toContain('Lịch ngày nghỉ hết trước ngày 01/01/2028');
    expect(await told('2024-03-01')).toEqual([]);
  });
});

describe('a dossier whose dates cannot be counted with', () => {
  it('does not stop the close: it is unknown, the others are scored, and the check says so first', async () => {
    expect(
      (await send(dossierOf(1, {}), dossierOf(2, { promised: '2045-01-05T17:00' }))).map((o) => o.outcome),
    ).toEqual(['created', 'created']);
    // Such a day can only stand in a database filled before the door refused it.
    await send(dossierOf(3, {}));
    await server.db.run(
      "update dossiers set promised = '2026-02-30T17:00', pauses = ? where tenant = 'mau' and code = ?",
      [
        JSON.stringify([{ kind: 'supplement', from: '2026-02-30T09:00', to: '2026-02-31T09:00' }]),
        'H99.01-261102-0003',
      ],
    );
    server.clock.now = new Date('2027-01-04T02:00:00Z');
    expect((await check()).advisory).toContainEqual({
      code: 'dossier.outsideCalendar',
      kept: null,
      message: expect.stringContaining('1 hồ sơ có ngày ngoài lịch ngày nghỉ'),
    });
    expect((await close()).body.state).toBe('closed');
    const { punctuality, rows } = await unitA();
    expect(punctuality).toEqual({ early: 1, onTime: 0, overdue: 0, unknown: 2, otherPeriod: 0 });
    // Only the first one has a time to compare: ready 04/11, promised 05/11, 2 points.
    expect(rows[0]?.computed).toEqual({ points: 20, n: 1, because: null });
  });

  it('leaves a close that failed free to be tried again, with the result a first try would have had', async () => {
    await send(dossierOf(1, {}));
    await server.db.run("update dossiers set pauses = 'x' where tenant = 'mau'");
    server.clock.now = new Date('2027-01-04T02:00:00Z');
    expect((await close()).status).toBe(500);
    await server.db.run("update dossiers set pauses = '[]' where tenant = 'mau'");
    expect((await close()).body.state).toBe('closed');
    expect((await unitA()).rows[0]?.computed).toMatchObject({ points: 20, n: 1 });
  });

  it('that ended on a day nobody wrote down counts nowhere and is counted before the close', async () => {
    await send(dossierOf(1, { state: 'returned', ready: null }), dossierOf(2, { state: 'processing', ready: null }));
    const { advisory } = await check();
    expect(advisory).toContainEqual({
      code: 'dossier.undated',
      kept: null,
      message: '1 hồ sơ đã kết thúc nhưng không có ngày có kết quả hoặc ngày trả nên không tính vào kỳ nào.',
    });
  });
});

describe('the last day of a period', () => {
  it('is still a day of it: the close waits for the day after', async () => {
    server.clock.now = new Date('2026-12-31T16:59:00Z'); // 23:59 in Viet Nam
    expect((await check()).blocking.map((b) => b.code)).toEqual(['period.running']);
    expect([(await close()).status, (await close()).body.code]).toEqual([409, 'period.blocked']);
    server.clock.now = new Date('2026-12-31T17:00:00Z');
    expect((await check()).blocking).toEqual([]);
    expect((await close()).body.state).toBe('closed');
  });

  // Promised 31/12 17:00 and by 24:00 without a result: longer than promised, 0 for indicator 1 (Điều 13), in this period
  // (choice index1.unfinishedOverdue); its step fell due the same day, 0 for indicator 2.
  it('makes what was promised for it and is unfinished late: 0 for indicators 1 and 2', async () => {
    const due = '2026-12-31T17:00';
    await send(
      dossierOf(1, {
        state: 'processing',
        ready: null,
        promised: due,
        steps: [{ unit: 'so-a', officer: null, due, ended: null }],
      }),
    );
    server.clock.now = new Date('2027-01-01T02:00:00Z');
    expect((await close()).body.state).toBe('closed');
    const { rows, punctuality } = await unitA();
    expect(rows.slice(0, 2).map((row) => row.computed)).toEqual([
      { points: 0, n: 1, because: null },
      { points: 0, n: 1, because: null },
    ]);
    expect(punctuality).toMatchObject({ overdue: 1, unknown: 0 });
  });
});

describe('declared facts', () => {
  it('that state nothing are no evaluation and are refused', async () => {
    const { body } = await server.request<{ outcomes: Outcome[] }>(
      'POST',
      '/v1/unit-facts',
      [{ unit: 'so-a', period: '2026-q4', facts: {} }],
      admin(),
    );
    expect(body.outcomes[0]).toMatchObject({ outcome: 'refused', status: 422 });
    expect(JSON.stringify(body)).toContain('cần ít nhất một số liệu');
  });
});
