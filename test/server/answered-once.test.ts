import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Invitation } from '#wire/invitation.ts';
import type { Problem } from '#wire/problem.ts';
import { insertPeriod } from '../../server/store/periods.ts';
import { dossierBody } from './dossier-body.ts';
import { tablesOf } from './tables-of.ts';
import { responseOf, type TestServer, testServer } from './test-server.ts';

const OLD = 'H99.01-261102-0001';
const UNKNOWN = 'H99.01-261102-0002';
const NEW = 'H99.01-261102-0003';
const LATE = 'Đã hết thời gian đánh giá hồ sơ này (hết ngày 04/01/2027). Cần góp ý, mời gửi phản ánh, kiến nghị.';

let server: TestServer;
/** Of the answer given for OLD, before the seal. */
let receipt: string;
const put = (code: string, ready: string) =>
  server.request('POST', '/v1/dossiers', [dossierBody({ code, ready })], server.credentials.mau.officer);
const invite = (dossier: string, stage = 'returned') =>
  server.request<Invitation & Problem>(
    'POST',
    '/v1/invitations',
    { dossier, unit: 'so-a', procedure: '1.001612', stage },
    server.credentials.mau.portal,
  );
const act = (step: string) =>
  server.request('POST', `/v1/periods/2026-q4/${step}`, {}, server.credentials.mau['province-admin']);

// Quarter IV/2026 closed and sealed on 04/01/2027, the next one open; OLD was answered for in the one sealed.
beforeAll(async () => {
  server = await testServer();
  await put(OLD, '2026-11-06T10:00');
  const { body } = await invite(OLD);
  const sent = await server.request<{ receipt: string }>('POST', '/v1/responses', responseOf(1, { token: body.token }));
  expect(sent.status).toBe(201);
  receipt = sent.body.receipt;
  server.clock.now = new Date('2027-01-04T02:00:00Z');
  const next = { period: '2027-q1', kind: 'quarter', from: '2027-01-01', to: '2027-04-01' } as const;
  await server.db.batch([insertPeriod('mau', { ...next, ruleset: 'tt01-2018', decision: null, choices: '{}' })]);
  for (const step of ['close', 'seal']) expect((await act(step)).status).toBe(200);
});
afterAll(() => server.close());

describe('a dossier that belongs to a sealed period', () => {
  test('is not invited to again', async () => {
    const { status, body } = await invite(OLD);
    expect([status, body.code, body.message]).toEqual([410, 'period.late', LATE]);
  });

  test('is not answered for through a link made before it was on record, on any of the ways in', async () => {
    const { body: link } = await invite(UNKNOWN);
    await put(UNKNOWN, '2026-11-06T10:00');
    const sent = await server.request<Problem>('POST', '/v1/responses', responseOf(2, { token: link.token }));
    expect([sent.status, sent.body.code, sent.body.message]).toEqual([410, 'period.late', LATE]);
    const opened = await server.request<Problem>('GET', `/v1/invitations/${link.token}`);
    expect([opened.status, opened.body.code]).toEqual([410, 'period.late']);
    const page = await server.request('GET', `/k/${link.token}`);
    expect([page.status, page.text.includes(LATE)]).toEqual([410, true]);
    const english = await server.request('GET', `/k/${link.token}?lang=en`);
    expect(english.text).toContain('The time to rate this application ended on 04/01/2027.');
  });

  test('is not answered for by a paper form of the next period', async () => {
    const admin = server.credentials.mau['province-admin'];
    const form = { form: '2027/1', unit: 'so-a', dossier: OLD, day: '2027-01-02', survey: 'danhgia-2026', version: 1 };
    const said = { stage: 'returned', answers: { overall: 's4' } };
    const typed = await server.request<{ outcomes: { problem: Problem }[] }>(
      'POST',
      '/v1/paper-responses',
      [{ ...form, ...said }],
      admin,
    );
    expect(typed.body.outcomes.map(({ problem }) => [problem.code, problem.message])).toEqual([['period.late', LATE]]);
    expect(await server.db.all("select 1 from responses where tenant = 'mau' and period = '2027-q1'")).toEqual([]);
  });

  test('may still be asked about its filing, which no period counts', async () => {
    expect((await invite(OLD, 'submitted')).status).toBe(201);
  });
});

test('a dossier of the open period is answered for as ever', async () => {
  await put(NEW, '2027-01-03T10:00');
  const { body } = await invite(NEW);
  expect((await server.request('POST', '/v1/responses', responseOf(3, { token: body.token }))).status).toBe(201);
});

test('the receipt of a sealed answer is answered like one that never was, wherever it is shown', async () => {
  const never = '0123456789';
  const answers = await Promise.all(
    [receipt, never].map(async (code) => {
      const asked = [
        await server.request('GET', `/v1/receipts/${code}`),
        await server.request('GET', `/v1/receipts/${code}/export`),
        await server.request('GET', `/v1/responses/${responseOf(1).id}`, undefined, { 'x-dvc-receipt': code }),
        await server.request('GET', `/cong-khai/mau/phieu?ma=${code}`),
      ];
      return asked.map(({ status, text }) => [status, text.replaceAll(code, 'MÃ')]);
    }),
  );
  expect(answers[0]).toEqual(answers[1]);
  expect(answers[0]?.map(([status]) => status)).toEqual([404, 404, 404, 404]);
  expect(String(answers[0]?.[3])).toContain('Kỳ đã khóa sổ thì không tra cứu được nữa.');
});

test('nothing on record says which dossier of the sealed period was answered for', async () => {
  const tables = await tablesOf(server.db);
  const naming: string[] = [];
  for (const name of tables) {
    const rows = await server.db.all<object>(`select * from ${name}`);
    if (rows.some((row) => JSON.stringify(row).includes(OLD))) naming.push(name);
  }
  // The dossier itself and what was computed of it; the link asked for just now, about its filing.
  expect(naming.sort()).toEqual(['dossier_findings', 'dossiers', 'invitations']);
});
