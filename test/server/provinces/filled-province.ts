import { expect } from 'vitest';
import { fillPeriod } from '../filled-period.ts';
import { type Answer, idOf, responseOf, type TestServer } from '../test-server.ts';

/** A morning after the quarter: it is closed and its objections are heard, the next one is open. */
export const AFTER = new Date('2027-01-05T02:00:00Z');

const reason = 'Lý do ghi cho bộ thử, đủ dài.';

/**
 * Tenant `mau` with something of everything, made through the server's own doors: a closed quarter with results, an open one
 * with dossiers and answers, cases, objections, a report, published tables, links, files taken in.
 */
export async function fillProvince(server: TestServer): Promise<void> {
  const { request, credentials, clock } = server;
  const { 'province-admin': admin, 'unit-admin': unitAdmin, reviewer, officer, portal } = credentials.mau;
  const done = async (
    method: string,
    path: string,
    body: unknown,
    as = admin,
  ): Promise<Answer<Record<string, never>>> => {
    const answer = await request(method, path, body, as);
    expect([answer.status < 300, answer.text.includes('"refused"')], `${method} ${path}: ${answer.text}`).toEqual([
      true,
      false,
    ]);
    return answer;
  };
  await fillPeriod(server);
  for (const n of [1, 2, 3])
    await done(
      'POST',
      '/v1/responses',
      responseOf(100 + n, {
        ...{ comment: 'Bàn hướng dẫn chưa có người trực.', reply: true },
        answers: { overall: 's1', q1: 'after', q3: 'extra2plus', q3b: 'mine', q4: 'other0', q7: 't0' },
      }),
    );
  const about = { period: '2026-q4', unit: 'so-a' };
  await done('POST', '/v1/procedures', [
    { procedure: '1.001612', name: 'Cấp giấy phép xây dựng', sector: 'Xây dựng', limitDays: 20 },
  ]);
  await done('POST', '/v1/recordings', [
    { unit: 'so-a', kind: 'petitions', from: '2026-10-01', to: null },
    { unit: 'so-a', kind: 'apologies', from: '2026-10-01', to: null },
  ]);
  await done('POST', '/v1/petitions', [
    {
      ...{ id: 'PAKN-1', unit: 'so-a', dossier: 'H99.01-261102-0005', procedure: null, about: 'breach' },
      ...{ received: '2026-11-06', due: '2026-11-20', answered: null, prolonged: false, verdict: 'pending' },
    },
  ]);
  await done('POST', '/v1/appraisals', [{ ...about, indicator: 5, points: 10, reason }], reviewer);
  clock.now = AFTER;
  await done('POST', '/v1/periods', { period: '2027-q1', kind: 'quarter', from: '2027-01-01', lastDay: '2027-03-31' });
  await done('POST', '/v1/periods/2026-q4/close', {});
  await done('POST', '/v1/objections', [{ ...about, id: idOf(900), indicator: 1, text: reason }], unitAdmin);
  await done('PUT', '/v1/periods/2026-q4/report/texts', { section: 'strengths', revision: 0, text: reason });
  await done('POST', '/v1/invitations', { dossier: 'H99.01-270104-0001', unit: 'so-a', stage: 'submitted' }, portal);
  const next = {
    ...{ code: 'H99.01-270104-0001', unit: 'so-a', procedure: '1.001612', officer: 'CB-01', channel: 'counter' },
    ...{ state: 'processing', received: '2027-01-04T08:00', promised: '2027-01-08T17:00', reappointed: [] },
    ...{ ready: null, returned: null, pauses: [], supplements: null, limitDays: 3 },
  };
  await done('POST', '/v1/dossiers', [next], officer);
  await done('POST', '/v1/responses', responseOf(200, { comment: 'Nhanh.', procedure: '1.001612' }));
  const file =
    'Mã hồ sơ,Đơn vị,Ngày tiếp nhận,Ngày hẹn trả\nH99.01-270104-0002,so-a,04/01/2027,08/01/2027\nsai,so-a,x,y\n';
  const taken = await request('POST', `/v1/imports?id=${idOf(910)}&kind=dossiers&name=a.csv`, file, admin);
  expect(taken.status).toBe(201);
  await done('PUT', '/v1/portal-origins', { origins: ['https://dichvucong.example.vn'] });
}
