import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Problem } from '#wire/problem.ts';
import type { PeriodCheck, Received } from '#wire/results.ts';
import { insertPeriod } from '../../server/store/periods.ts';
import { responseOf, type TestServer, testServer } from './test-server.ts';

let server: TestServer;
beforeAll(async () => {
  server = await testServer();
});
afterAll(() => server.close());

// The seeded province has quarter IV/2026 open.
const open = (period: string, kind: string, from: string, lastDay: string) =>
  server.request<Problem>(
    'POST',
    '/v1/periods',
    { period, kind, from, lastDay },
    server.credentials.mau['province-admin'],
  );

describe('opening a period', () => {
  it('that shares a day with another of its kind is refused, naming that one', async () => {
    const twice = await open('quy-4', 'quarter', '2026-10-01', '2026-12-31');
    expect([twice.status, twice.body.code]).toEqual([409, 'period.overlap']);
    expect(twice.body.message).toContain('2026-q4 (01/10/2026 – 31/12/2026)');
    expect((await open('rieng-1', 'custom', '2026-09-01', '2026-09-15')).status).toBe(201);
    // Both days belong to a period: 15/9 is in both.
    expect((await open('rieng-2', 'custom', '2026-09-15', '2026-09-20')).body.code).toBe('period.overlap');
    expect((await open('rieng-2', 'custom', '2026-09-16', '2026-09-20')).status).toBe(201);
  });

  it('that shares days with an open one of another kind is refused too: an answer is counted in one alone', async () => {
    const wholeYear = await open('2026', 'year', '2026-01-01', '2026-12-31');
    expect([wholeYear.status, wholeYear.body.code]).toEqual([409, 'period.overlap']);
    expect(wholeYear.body.message).toContain('Chốt kỳ đó trước');
    expect(wholeYear.body.message).toContain('2026-q4 (01/10/2026 – 31/12/2026) đang mở');
    expect((await open('rieng-3', 'custom', '2026-12-31', '2027-01-02')).body.code).toBe('period.overlap');
    await server.db.run("update periods set state = 'closed' where tenant = 'mau'");
    expect((await open('rieng-3', 'custom', '2026-12-31', '2026-12-31')).status).toBe(201);
  });

  it('twice at the same moment opens one', async () => {
    const answers = await Promise.all(
      ['2027-q1', 'quy-1-2027'].map((id) => open(id, 'quarter', '2027-01-01', '2027-03-31')),
    );
    expect(answers.map((a) => a.status).sort()).toEqual([201, 409]);
  });
});

it('what has been received is what the check counts: the answers of the open period itself', async () => {
  const own = await testServer();
  // A shorter period opened before the rule above stands beside the quarter and takes the answers of its days.
  await own.request('POST', '/v1/responses', responseOf(1));
  await own.db.batch([
    insertPeriod('mau', {
      ...{ period: 'rieng', kind: 'custom', from: '2026-11-10', to: '2026-11-11' },
      ...{ ruleset: 'tt01-2018', decision: null, choices: '{}' },
    }),
  ]);
  await own.request('POST', '/v1/responses', responseOf(2));
  await own.request('POST', '/v1/responses', responseOf(3));
  const admin = own.credentials.mau['province-admin'];
  const { body } = await own.request<Received>('GET', '/v1/received', undefined, admin);
  const checked = await own.request<PeriodCheck>('GET', '/v1/periods/rieng/check', undefined, admin);
  expect([body.period, body.total, body.today, checked.body.counts.responses]).toEqual(['rieng', 2, 3, 2]);
  await own.close();
});
