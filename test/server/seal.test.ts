import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Invitation } from '#wire/invitation.ts';
import type { Problem } from '#wire/problem.ts';
import type { Response as ResponseBody } from '#wire/response.ts';
import { sealPeriod } from '../../server/close/seal.ts';
import { insertPeriod, periodOrNull } from '../../server/store/periods.ts';
import { hashSecret } from '../../server/store/secret.ts';
import { counted } from './counts.ts';
import { filesWith } from './files-with.ts';
import { engine } from './test-database.ts';
import { idOf, responseOf, type TestServer, testServer } from './test-server.ts';

/**
 * Quarter IV/2026. Unit so-a: 6 answers on procedure 1.000001, 5 on 1.000003, 1 on 1.000002; unit so-b: 3 on 1.000004.
 * Only the one on 1.000002 came for a dossier.
 */
const GROUPS = [
  ['so-a', '1.000001', 6],
  ['so-a', '1.000003', 5],
  ['so-a', '1.000002', 1],
  ['so-b', '1.000004', 3],
] as const;
const DECEMBER = new Date('2026-12-05T02:00:00Z');
const JANUARY = new Date('2027-01-04T02:00:00Z');

let server: TestServer;
let secrets: string[];
const tokens = { answered: '', running: '', ended: '', again: '', fresh: '' };
let before: Awaited<ReturnType<typeof counted>>;
let tallies: { readonly unit: string; readonly proof: string }[];

const dossierOf = (n: number, ready: string | null) => ({
  ...{ code: `H99.01-261102-000${n}`, unit: 'so-a', procedure: '1.000002', officer: null, channel: null },
  ...{ state: ready ? 'ready' : 'processing', received: '2026-11-02T08:00', promised: '2027-02-05T17:00', ready },
  ...{ reappointed: [], returned: null, pauses: [], supplements: null, limitDays: null },
});
async function invite(n: number): Promise<string> {
  const body = { dossier: dossierOf(n, null).code, unit: 'so-a', procedure: '1.000002', stage: 'returned' };
  const { portal } = server.credentials.mau;
  return (await server.request<Invitation>('POST', '/v1/invitations', body, portal)).body.token;
}
async function answer(n: number, more: Partial<ResponseBody>) {
  return server.request<Problem>('POST', '/v1/responses', responseOf(n, more));
}
const period = () => periodOrNull(server.db, 'mau', '2026-q4');
const act = async (step: 'close' | 'seal') =>
  (await server.request('POST', `/v1/periods/2026-q4/${step}`, {}, server.credentials.mau['province-admin'])).status;
const talliesOf = () =>
  server.db.all<{ period: string; unit: string; proof: string }>(
    "select * from tallies where tenant = 'mau' order by unit, question, option",
  );

beforeAll(async () => {
  server = await testServer();
  const { officer } = server.credentials.mau;
  const ended = dossierOf(3, '2026-11-07T10:00');
  const dossiers = [dossierOf(1, '2026-11-06T10:00'), dossierOf(2, null), ended];
  const put = await server.request<{ outcomes: unknown[] }>('POST', '/v1/dossiers', dossiers, officer);
  expect(put.body.outcomes).toMatchObject(dossiers.map(() => ({ outcome: 'created' })));
  tokens.answered = await invite(1);
  tokens.running = await invite(2);
  let n = 0;
  for (const [unit, procedure, size] of GROUPS)
    for (let i = 0; i < size; i += 1) {
      n += 1;
      const token = procedure === '1.000002' ? { token: tokens.answered } : {};
      // The first of each group is given in English with a helper, on the last day before this one by the sender's clock.
      const first = i === 0 ? { lang: 'en', assisted: 'relative', ageSeconds: 86_400 } : {};
      const kept = await answer(n, { unit, procedure, ...token, ...(first as Partial<ResponseBody>) });
      expect(kept.status).toBe(201);
    }
  server.clock.now = DECEMBER;
  expect((await answer(90, { unit: 'xa-1', procedure: '1.000001' })).status).toBe(201);
  expect((await answer(91, { id: idOf(91, 'kia'), procedure: '1.000002' })).status).toBe(201);
  const erased = await server.request<{ receipt: string }>('POST', '/v1/responses', responseOf(92));
  const path = `/v1/responses/${idOf(92)}`;
  expect((await server.request('DELETE', path, undefined, { 'x-dvc-receipt': erased.body.receipt })).status).toBe(204);

  server.clock.now = JANUARY;
  const next = { period: '2027-q1', kind: 'quarter', from: '2027-01-01', to: '2027-04-01' } as const;
  await server.db.batch([insertPeriod('mau', { ...next, ruleset: 'tt01-2018', decision: null, choices: '{}' })]);
  tokens.ended = await invite(3);
  tokens.again = await invite(1);
  tokens.fresh = await invite(4);
  const rows = [
    ...(await server.db.all<Record<string, unknown>>(
      "select id_hash, receipt_hash, hidden from receipts where tenant = 'mau'",
    )),
    ...(await server.db.all<Record<string, unknown>>("select link from links where tenant = 'mau'")),
  ];
  secrets = rows.flatMap((row) => Object.values(row)).filter((value) => typeof value === 'string');
  secrets.push(hashSecret(tokens.answered), hashSecret(tokens.running));
  before = await counted(server.db);
  tallies = (await talliesOf()).filter((row) => row.period === '2026-q4');
  expect(await act('close')).toBe(200);
});
afterAll(() => server.close());

describe('a seal', () => {
  test('that cannot clean the files leaves the period closed, and is done by calling it again', async () => {
    // What PostgreSQL keeps lies elsewhere.
    if (engine === 'sqlite') expect(filesWith(server.folder, secrets)).not.toEqual([]);
    const stored = await period();
    if (!stored) throw new Error('no period');
    const held = { ...server.db, settle: () => Promise.reject(new Error('held by a backup')) };
    await expect(sealPeriod({ ...server.services, db: held }, 'mau', stored, 'user:a')).rejects.toThrow('backup');
    expect((await period())?.state).toBe('closed');
    expect(await act('seal')).toBe(200);
    expect((await period())?.state).toBe('sealed');
  });

  test('leaves neither receipt nor link nor survey link in any file of the database', () => {
    // 6 + 5 + 1 + 3 + 1 receipts of three secrets and one erased of one, one link, two survey links.
    expect(secrets).toHaveLength(16 * 3 + 1 + 1 + 2);
    expect(filesWith(server.folder, secrets)).toEqual([]);
  });

  test('closes every link its answers may have come through, answered or not, and no other', async () => {
    for (const [i, [name, token]] of Object.entries(tokens).entries()) {
      const usable = name === 'fresh';
      const opened = await server.request<Problem>('GET', `/v1/invitations/${token}`);
      expect([name, opened.status]).toEqual([name, usable ? 200 : 404]);
      const sent = await answer(200 + i, { token, procedure: '1.000002' });
      expect([name, sent.status, usable ? '' : sent.body.code]).toEqual([
        name,
        ...(usable ? [201, ''] : [422, 'token.bad']),
      ]);
    }
  });

  test('leaves of an answer neither procedure nor language, helper or mark of its clock', async () => {
    const rows = await server.db.all(
      `select unit, procedure, lang, assisted, aged, count(*) as n from responses
       where tenant = 'mau' and period = '2026-q4' group by unit, procedure, lang, assisted, aged order by unit`,
    );
    const plain = { procedure: null, lang: 'vi', assisted: null, aged: 0 };
    expect(rows).toEqual([
      { unit: 'so-a', n: 12, ...plain },
      { unit: 'so-b', n: 3, ...plain },
      { unit: 'xa-1', n: 1, ...plain },
    ]);
    const other = await server.db.all("select procedure, day from responses where tenant = 'kia'");
    expect(other).toEqual([{ procedure: '1.000002', day: '2026-12-05' }]);
  });

  test('keeps counts of procedures with at least 5 answers in the province, drops the others whole', async () => {
    const rows = await server.db.all(
      `select procedure, sum(n) as n from procedure_tallies where tenant = 'mau' and period = '2026-q4'
         and question = 'overall' group by procedure order by procedure`,
    );
    // 1.000001: 6 of so-a; the 1 of xa-1 is not told of.
    expect(rows).toEqual([
      { procedure: '1.000001', n: 6 },
      { procedure: '1.000003', n: 5 },
    ]);
    const [dropped] = await server.db.all<{ n: number }>(
      `select count(*) as n from procedure_tallies
       where tenant = 'mau' and period = '2026-q4' and procedure in ('1.000002', '1.000004')`,
    );
    expect(dropped).toEqual({ n: 0 });
  });

  test('tells of counts the month and no longer the day', async () => {
    // The erased answer of 05/12 left nothing at so-a.
    const rows = await server.db.all(
      "select unit, day, n from day_counts where tenant = 'mau' and day < '2027' order by unit, day",
    );
    expect(rows).toEqual([
      { unit: 'so-a', day: '2026-11', n: 12 },
      { unit: 'so-b', day: '2026-11', n: 3 },
      { unit: 'xa-1', day: '2026-12', n: 1 },
    ]);
    expect(await server.db.all("select day, n from day_counts where tenant = 'kia'")).toEqual([
      { day: '2026-12-05', n: 1 },
    ]);
  });

  test('takes what was said out of the answers of units with fewer than 5, and of the one that came for a dossier', async () => {
    const [now] = await server.db.all<{ n: number; said: number }>(
      `select count(*) as n, sum(case when answers <> '{}' then 1 else 0 end) as said
       from responses where tenant = 'mau' and period = '2026-q4'`,
    );
    // The 11 of so-a that name no dossier.
    expect(now).toEqual({ n: 16, said: 11 });
    expect(before).toMatchObject({ rows: 16, receipts: 16, overall: 16, byDay: 16 });
    const kept = await talliesOf();
    expect(kept.filter((row) => row.period === '2026-q4')).toEqual(
      tallies.flatMap((row) => (row.unit === 'so-a' && row.proof === 'open' ? [row] : [])),
    );
    expect(tallies.some(({ proof }) => proof === 'portal')).toBe(true);
  });
});
