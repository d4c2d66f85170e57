import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { DossierBody } from '#wire/dossier.ts';
import type { DutyCounts } from '#wire/duties.ts';
import type { Petition } from '#wire/petition.ts';
import type { Period, Results } from '#wire/results.ts';
import { dossierBody } from './dossier-body.ts';
import { outcomesOf } from './outcomes.ts';
import { type As, idOf, responseOf, type TestServer, testServer } from './test-server.ts';

/**
 * Two units, ten dossiers, and what every record beside them does to the results, worked by hand from TT 01/2018/TT-VPCP Điều 13–15 and
 * NĐ 118/2025/NĐ-CP Điều 19 (points in tenths). Received 02/11/2026, promised 05/11 17:00, compared by day: ready on 04/11 is early,
 * on 06/11 late.
 */
const A = [1, 2, 3, 4, 5, 6].map((n) => `H99.01-261102-000${n}`);
const B = [1, 2, 3, 4].map((n) => `H99.02-261102-000${n}`);
const LATE = { ready: '2026-11-06T10:00' };
const ofB = (n: number, more: Partial<DossierBody> = {}) => dossierBody({ code: B[n - 1], unit: 'so-b', ...more });
const REASON = 'Biên bản kiểm tra số 12 ngày 12/11.';

let server: TestServer;
let admin: As;
beforeEach(async () => {
  server = await testServer();
  admin = server.credentials.mau['province-admin'];
  server.clock.now = new Date('2026-12-20T02:00:00Z');
  const dossiers = [...A.map((code) => dossierBody({ code })), ofB(1, LATE), ofB(2, LATE), ofB(3, LATE), ofB(4)];
  await put('/v1/dossiers', dossiers);
  for (const [i, dossier] of A.entries()) {
    const asked = { dossier, unit: 'so-a', procedure: '1.001612', stage: 'returned' };
    const { body } = await server.request<{ token: string }>(
      'POST',
      '/v1/invitations',
      asked,
      server.credentials.mau.portal,
    );
    // Early, and no word against the officer: 2 points for indicator 7 as far as the answer goes.
    const answers = { overall: 's5', q1: 'before', q3: 'extra0', q4: 'other0', q7: 't3' };
    const sent = await server.request('POST', '/v1/responses', responseOf(i + 1, { answers, token: body.token }));
    expect(sent.status).toBe(201);
  }
});
afterEach(() => server.close());

const put = (path: string, items: readonly unknown[], as = admin) => outcomesOf(server, path, items, as);
const record = (unit: string, kind: 'petitions' | 'apologies') =>
  put('/v1/recordings', [{ unit, kind, from: '2026-10-01' }]);
const petition = (id: string, more: Partial<Petition>): Partial<Petition> => ({
  ...{ id, unit: 'so-a', about: 'harassment', received: '2026-11-10', due: '2026-11-30' },
  ...{ answered: '2026-11-30', prolonged: false, ...more },
});

async function act(name: string, body: object = {}): Promise<Period> {
  const answer = await server.request<Period & { code?: string }>('POST', `/v1/periods/2026-q4/${name}`, body, admin);
  expect([name, answer.body.code]).toEqual([name, undefined]);
  return answer.body;
}
async function close(): Promise<void> {
  server.clock.now = new Date('2027-01-04T02:00:00Z');
  await act('close');
}
const rescore = (of: string) => act('rescore', { reason: 'Sổ ghi bên cạnh hồ sơ đã đổi.', of, from: 'records' });
async function resultOf(unit: string) {
  const { body } = await server.request<Results>('GET', '/v1/periods/2026-q4/results', undefined, admin);
  const found = body.units.find((each) => each.unit === unit);
  const row = (id: number) => found?.rows.find(({ indicator }) => indicator === id);
  return {
    dossiers: found?.n.dossiers,
    total: found?.total,
    computed: (id: number) => row(id)?.computed?.points,
    official: (id: number) => row(id)?.official.points,
    seriesOf: (id: number) => row(id)?.official.series,
    n: (id: number) => row(id)?.official.n,
  };
}

describe('petitions and indicators 7 and 8', () => {
  beforeEach(async () => {
    await record('so-a', 'petitions');
    await put('/v1/petitions', [
      petition('P-1', { dossier: A[0], verdict: 'verified' }),
      petition('P-2', { dossier: A[1], verdict: 'unfounded' }),
      petition('P-3', { dossier: A[2], about: 'breach', verdict: 'pending', due: '2026-12-30', answered: null }),
      petition('P-4', { dossier: A[3], verdict: 'withdrawn', answered: null, prolonged: true }),
      petition('P-5', { dossier: A[4], about: 'other', verdict: 'verified' }),
    ]);
    await close();
  });

  test('7: found true is 0, found untrue does not count, without verdict is not known; citizen and system alike', async () => {
    const soA = await resultOf('so-a');
    // (0 + 2 + 2 + 2 + 2) / 5 = 1,6; the third dossier is left out.
    expect([soA.official(7), soA.n(7), soA.computed(7)]).toEqual([16, 5, 16]);
  });

  test('8: of four due in the quarter three were answered in time, 75 % < 90 %: 0', async () => {
    expect((await resultOf('so-a')).official(8)).toBe(0);
  });

  test('the last one answered in time and found untrue: 7 is (0 + 5 × 2) / 6 = 1,666…, 8 is 4 of 4', async () => {
    await put('/v1/petitions', [
      petition('P-3', {
        dossier: A[2],
        about: 'breach',
        verdict: 'unfounded',
        due: '2026-12-30',
        answered: '2026-12-30',
      }),
    ]);
    await rescore('2026-q4.1');
    const soA = await resultOf('so-a');
    expect([soA.official(7), soA.n(7), soA.official(8)]).toEqual([17, 6, 20]);
  });

  test('8: nine of ten in time is 90 %, one point; none of it where one dragged on', async () => {
    const more = [6, 7, 8, 9, 10, 11].map((n) => petition(`P-${n}`, { about: 'other', verdict: 'unfounded' }));
    await put('/v1/petitions', more);
    await rescore('2026-q4.1');
    expect((await resultOf('so-a')).official(8)).toBe(10);
    await put('/v1/petitions', [petition('P-11', { about: 'other', verdict: 'unfounded', prolonged: true })]);
    await rescore('2026-q4.2');
    expect((await resultOf('so-a')).official(8)).toBe(0);
  });
});

describe('letters of apology', () => {
  const counts = async () =>
    (await server.request<DutyCounts>('GET', '/v1/duties/counts?period=2026-q4&unit=so-b', undefined, admin)).body;
  const duty = async (id: string) => (await counts()).duties.find((each) => each.duty === id);
  const letter = (n: number, sent: string, promised: string | null = null) => ({
    ...{ dossier: B[n - 1], sent, promised, reason: 'workload' },
  });

  test('tell a duty kept, breached or not known, and no indicator: a new date makes no late dossier timely', async () => {
    expect((await counts()).overdue).toEqual({ inTime: 0, late: 0, none: 0, unknown: 3 });
    await record('so-b', 'apologies');
    // Promised 05/11: at least one day before is 04/11 at the latest.
    await put('/v1/apologies', [letter(1, '2026-11-04T16:00', '2026-11-09T17:00'), letter(2, '2026-11-05T08:00')]);
    expect((await counts()).overdue).toEqual({ inTime: 1, late: 1, none: 1, unknown: 0 });
    expect(await duty('apology')).toMatchObject({ met: 1, breached: 2, pending: 0, unknown: 0 });
    expect(await duty('reappointments')).toMatchObject({ met: 4, breached: 0 });
    await close();
    // Three late and one early: (0 + 0 + 0 + 2) / 4 = 0,5.
    expect((await resultOf('so-b')).computed(1)).toBe(5);
  });

  test('promise a new date once: the second one breaches the duty, a slip put right does not', async () => {
    await record('so-b', 'apologies');
    await put('/v1/apologies', [letter(1, '2026-11-04T16:00', '2026-11-19T17:00')]);
    expect(await put('/v1/apologies', [letter(1, '2026-11-04T16:00', '2026-11-09T17:00')])).toEqual(['updated']);
    expect(await duty('reappointments')).toMatchObject({ met: 4, breached: 0 });
    await put('/v1/apologies', [letter(1, '2026-11-06T08:00', '2026-11-11T17:00')]);
    expect(await duty('reappointments')).toMatchObject({ met: 3, breached: 1 });
    const body = { dossier: B[0], sent: '2026-11-06T08:00', reason: 'Ghi nhầm của hồ sơ khác.' };
    await server.request('POST', '/v1/apologies/withdraw', body, admin);
    expect(await duty('reappointments')).toMatchObject({ met: 4, breached: 0 });
  });
});

describe('an appraisal', () => {
  test('takes the place of what the unit declares, 5 and 6, and stands beside everything else', async () => {
    // 12 of 60 procedures from end to end is 20 %: 2 points. Published both ways: 2. All petitions in time: 2.
    const facts = {
      oneStop: { listed: 60, receivedAndReturned: 60, wholeCycle: 12, level: 'province' },
      disclosure: 'both',
      petitions: { received: 4, onTime: 4, prolonged: 0 },
    };
    await put('/v1/unit-facts', [{ unit: 'so-a', period: '2026-q4', facts }]);
    await close();
    const before = await resultOf('so-a');
    expect([5, 6, 8].map(before.official)).toEqual([20, 20, 20]);
    const given = [
      [5, 10],
      [6, 0],
      [7, 0],
      [8, 0],
    ].map(([indicator, points]) => ({ period: '2026-q4', unit: 'so-a', indicator, points, reason: REASON }));
    await put('/v1/appraisals', given, server.credentials.mau.reviewer);
    expect((await resultOf('so-a')).official(5), 'nothing moves by itself').toBe(20);
    await rescore('2026-q4.1');
    const after = await resultOf('so-a');
    expect([5, 6, 7, 8].map(after.official)).toEqual([10, 0, 20, 20]);
    expect([5, 6, 7, 8].map(after.seriesOf)).toEqual(['appraised', 'appraised', 'citizen', 'computed']);
    // One point and two points less, and nothing else.
    expect((before.total ?? 0) - (after.total ?? 0)).toBe(30);
  });
});

describe('an objection', () => {
  test('accepted before the seal leads to a new computation, after it to a correction; the citizen part stays', async () => {
    const steps = (ended: string) => [{ unit: 'so-b', officer: null, due: '2026-11-05T11:30', ended }];
    await put('/v1/dossiers', [ofB(1, { ...LATE, steps: steps('2026-11-06T10:00') })]);
    await close();
    // One dossier with steps, and the unit's own was late.
    expect((await resultOf('so-b')).computed(2)).toBe(0);
    const objection = { id: idOf(1), period: '2026-q4', unit: 'so-b', indicator: 2, dossier: B[3], text: REASON };
    await server.db.run("update users set unit = 'so-b' where tenant = 'mau' and role = 'unit-admin'");
    expect(await put('/v1/objections', [objection], server.credentials.mau['unit-admin'])).toEqual(['created']);
    const answer = {
      state: 'accepted',
      answer: 'Ý kiến đúng, danh sách thiếu bước.',
      changed: 'Đã ghi bước của hồ sơ.',
    };
    await server.request('POST', `/v1/objections/${idOf(1)}/answer`, answer, server.credentials.mau.reviewer);
    await put('/v1/dossiers', [ofB(4, { steps: steps('2026-11-04T09:00') })]);
    // (0 + 2) / 2 = 1.
    expect((await rescore('2026-q4.1')).snapshot).toBe('2026-q4.2');
    expect((await resultOf('so-b')).computed(2)).toBe(10);

    await act('seal');
    const citizen = (await resultOf('so-a')).official(7);
    const facts = { disclosure: 'one' };
    await put('/v1/unit-facts', [{ unit: 'so-b', period: '2026-q4', facts, reason: 'Kiểm tra lại bảng niêm yết.' }]);
    const why = { reason: 'Đơn vị khai thiếu số liệu.', erratum: 'Bổ sung số liệu công khai của so-b.' };
    expect((await act('correct', { ...why, of: '2026-q4.2' })).snapshot).toBe('2026-q4.3');
    expect((await resultOf('so-b')).official(6)).toBe(10);
    expect([(await resultOf('so-a')).official(7), citizen]).toEqual([20, 20]);
  });
});

describe('a unit merged into another in mid-period', () => {
  test('keeps what ended while it was there; what it left is its successor’s, and nothing counts twice', async () => {
    const open = { state: 'processing', ready: null, promised: '2026-12-10T17:00' } as const;
    await put('/v1/dossiers', [ofB(4, { ...open, code: 'H99.02-261102-0005' })]);
    const soB = {
      unit: 'so-b',
      name: 'Đơn vị so-b',
      parent: null,
      level: 'province',
      from: '2026-01-01',
      to: '2026-12-01',
    };
    expect(await put('/v1/units', [soB])).toEqual(['updated']);
    expect(await put('/v1/unit-successors', [{ unit: 'so-b', successors: [{ unit: 'so-a' }] }])).toEqual(['updated']);
    // The successor lists the dossier as its own and ends it early.
    const taken = { ...open, state: 'ready', ready: '2026-12-08T10:00', code: 'H99.02-261102-0005' } as const;
    expect(await put('/v1/dossiers', [dossierBody(taken)])).toEqual(['updated']);
    expect(await put('/v1/unit-facts', [{ unit: 'so-b', period: '2026-q4', facts: { disclosure: 'both' } }])).toEqual([
      'updated',
    ]);
    await close();
    const [a, b] = [await resultOf('so-a'), await resultOf('so-b')];
    expect([a.dossiers, b.dossiers], '6 + the one taken over, and 4').toEqual([7, 4]);
    // Seven early ones: 2. Three late and one early: 0,5.
    expect([a.computed(1), b.computed(1), b.official(6)]).toEqual([20, 5, 20]);
  });
});
