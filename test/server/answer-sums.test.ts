import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { emptyUnit } from '#rules/checks/sums/empty-unit.ts';
import type { AnswerSums } from '#rules/checks/sums.ts';
import type { PortalKey } from '#wire/access.ts';
import type { Invitation } from '#wire/invitation.ts';
import { fillAnswers } from '../../server/close/answer-sums.ts';
import { contextOf } from '../../server/close/context.ts';
import type { Db, Statement } from '../../server/store/db.ts';
import { newInvitation } from '../../server/store/invitations.ts';
import { periodOrNull } from '../../server/store/periods.ts';
import { putProcedure } from '../../server/store/procedures.ts';
import { insertResponse, type StoredResponse } from '../../server/store/responses.ts';
import { dossierBody } from './dossier-body.ts';
import { planOf, walked } from './plan-of.ts';
import { claimsOf, type PortalToken, portalToken } from './portal-token.ts';
import { KIOSK, responseOf, type TestServer, testServer } from './test-server.ts';

let server: TestServer;
let own: PortalToken;
beforeEach(async () => {
  server = await testServer();
  const admin = server.credentials.mau['province-admin'];
  const { body } = await server.request<PortalKey>('POST', '/v1/portal-keys', { label: 'Cổng', units: [] }, admin);
  own = { kid: body.id, key: Buffer.from(body.tokenKey, 'base64url') };
});
afterEach(() => server.close());

const codeOf = (n: number) => `H99.01-261102-${String(n).padStart(4, '0')}`;

/** What the close would be told, with `db` in the place of the server's; `span` = other days than those of the quarter. */
async function filled(db: Db = server.db, span: object = {}): Promise<Record<string, AnswerSums>> {
  const period = await periodOrNull(db, 'mau', '2026-q4');
  if (!period) throw new Error('no period');
  const ctx = contextOf({ db, keys: server.services.keys }, 'mau', { period, number: 1, choices: period.choices });
  const units = new Map(['so-a', 'so-b'].map((unit) => [unit, emptyUnit(unit)]));
  await fillAnswers({ ...ctx, period: { ...ctx.period, ...span } }, units);
  return Object.fromEntries([...units].map(([unit, { answers }]) => [unit, answers]));
}

/** `n` answers as they are stored; in the tests of days and procedures how they came is all the same. */
function stored(n: number, from: number, more: Partial<StoredResponse>): Statement[] {
  const row: StoredResponse = {
    ...{ unit: 'so-a', procedure: null, survey: 'danhgia-2026', version: 1, stage: 'returned', channel: 'portal' },
    ...{ proof: 'portal', day: '2026-11-02', lang: 'vi', answers: {}, assisted: null, way: null, helper: null },
    ...{ comment: null, ...more },
  };
  return Array.from({ length: n }, (_, i) => insertResponse('mau', '2026-q4', from + i, row, false));
}

test('days: all answers are counted; those on paper and the days of a message round have no day', async () => {
  const links = (n: number, unit: string, day: string, issuer = 'province:lan') =>
    Array.from({ length: n }, (_, i) => {
      const invited = { dossier: codeOf(i), unit, procedure: null, stage: 'returned', proof: 'portal' } as const;
      return newInvitation('mau', invited, issuer, day).statement;
    });
  await server.db.batch([
    ...stored(5, 1, { day: '2026-11-02' }),
    ...stored(40, 11, { day: '2026-11-03', channel: 'paper', proof: 'paper' }),
    ...stored(2, 61, { day: '2026-11-03', stage: 'submitted', proof: 'open' }),
    ...stored(30, 71, { day: '2026-11-12' }),
    ...stored(4, 111, { day: '2026-11-15' }),
    ...stored(6, 121, { day: '2026-11-16' }),
    ...stored(7, 131, { day: '2026-11-12', unit: 'so-b' }),
    // A round of 20 on 12/11 for so-a: 12/11 to 15/11 are its days. 19 on 02/11 are none, nor is what a portal makes.
    ...links(20, 'so-a', '2026-11-12'),
    ...links(19, 'so-a', '2026-11-02'),
    ...links(30, 'so-b', '2026-11-12', 'portal:cong'),
  ]);
  const { 'so-a': a, 'so-b': b } = await filled();
  expect(a?.answers).toBe(87);
  expect([...(a?.days ?? [])]).toEqual([
    ['2026-11-02', 5],
    ['2026-11-03', 2],
    ['2026-11-16', 6],
  ]);
  expect([...(b?.days ?? [])]).toEqual([['2026-11-12', 7]]);
});

test('quick and long procedures: by the middle limit of those with dossiers, open answers and unknown limits on neither side', async () => {
  const limits = { '1.000001': 1, '1.000002': 5, '1.000003': 15, '1.000004': null, '1.000005': 300 };
  await server.db.batch(
    Object.entries(limits).map(([procedure, limitDays]) =>
      putProcedure('mau', { procedure, name: procedure, sector: null, limitDays }),
    ),
  );
  // 1.000005 has no dossier here: of 1, 5 and 15 the middle is 5.
  const ended = (from: number, n: number, procedure: string, ready = '2026-11-04T10:00') =>
    Array.from({ length: n }, (_, i) => dossierBody({ code: codeOf(from + i), procedure, ready }));
  const bodies = [
    ...ended(1, 3, '1.000001'),
    ...ended(11, 4, '1.000002'),
    ...ended(21, 6, '1.000003'),
    ...ended(31, 2, '1.000004'),
    ...ended(41, 1, '1.000001', '2026-11-09T10:00').map((each) => ({ ...each, ready: null, state: 'processing' })),
  ];
  await server.request('POST', '/v1/dossiers', bodies, server.credentials.mau.officer);
  await server.db.batch([
    ...stored(2, 1, { procedure: '1.000001' }),
    ...stored(1, 11, { procedure: '1.000002', proof: 'officerLink' }),
    ...stored(3, 21, { procedure: '1.000003', channel: 'paper', proof: 'paper' }),
    ...stored(4, 31, { procedure: '1.000003', proof: 'open' }),
    ...stored(5, 41, { procedure: '1.000003', stage: 'submitted' }),
    ...stored(2, 51, { procedure: '1.000004' }),
  ]);
  const { easy, hard } = (await filled())['so-a'] ?? {};
  expect(easy).toEqual({ dossiers: 7, answers: 3 });
  expect(hard).toEqual({ dossiers: 6, answers: 3 });
});

describe('answers tied to a dossier code', () => {
  const put = (code: string, more: object = {}) =>
    server.request('POST', '/v1/dossiers', [dossierBody({ code, ...more })], server.credentials.mau.officer);
  const link = async (dossier: string, as: object, stage = 'returned') => {
    const asked = { dossier, unit: 'so-a', procedure: '1.001612', stage };
    return (await server.request<Invitation>('POST', '/v1/invitations', asked, { ...as })).body.token;
  };
  const answer = async (n: number, token: string, more: object = {}) =>
    expect((await server.request('POST', '/v1/responses', responseOf(n, { token, ...more }))).status).toBe(201);

  test('are unknown where no dossier was ever held under it, whoever made the link', async () => {
    const { officer, portal } = server.credentials.mau;
    await put(codeOf(1));
    await answer(1, await link(codeOf(1), officer));
    await answer(2, await link(codeOf(1), portal));
    await answer(3, await link(codeOf(2), officer));
    await answer(4, await link(codeOf(3), portal));
    await answer(5, portalToken(claimsOf(codeOf(4)), own));
    await server.request('POST', '/v1/responses', responseOf(6));
    const { 'so-a': a } = await filled();
    // Known: 1 and 2. Never held: the dossiers of 3, 4 and 5. The sixth has no code.
    expect([a?.answers, a?.linked, a?.unknown]).toEqual([6, 5, 3]);
  });

  test('are known where the dossier came in later, or counts in another period', async () => {
    const { officer, portal } = server.credentials.mau;
    await answer(1, await link(codeOf(1), officer));
    await answer(2, await link(codeOf(2), portal));
    await answer(3, portalToken(claimsOf(codeOf(3)), own));
    await answer(4, portalToken(claimsOf(codeOf(4)), own));
    server.clock.now = new Date('2026-11-10T02:00:01Z');
    for (const n of [1, 2]) await put(codeOf(n));
    // Ended a quarter before; and not ended at all.
    await put(codeOf(3), { received: '2026-09-01T08:00', promised: '2026-09-04T17:00', ready: '2026-09-03T10:00' });
    await put(codeOf(4), { state: 'processing', ready: null });
    const { 'so-a': a } = await filled();
    expect([a?.linked, a?.unknown]).toEqual([4, 0]);
  });

  test('without the key of the period nothing is said to be unknown', async () => {
    await answer(1, await link(codeOf(9), server.credentials.mau.officer));
    server.services.keys.destroy('mau', '2026-q4');
    expect((await filled())['so-a']?.unknown).toBe(0);
  });

  test('through links of officers, by who made them', async () => {
    await answer(1, await link(codeOf(1), server.credentials.mau.officer));
    const late = await link(codeOf(2), server.credentials.mau.officer);
    server.clock.now = new Date('2026-11-10T03:00:00Z');
    await answer(2, late);
    const { 'so-a': a, 'so-b': b } = await filled();
    expect([a?.officerLink, a?.quick, a?.sameAddress, a?.addressKnown]).toEqual([2, 1, 0, 0]);
    expect(a?.issuers).toEqual([{ officer: 'CB-01', answers: 2, quick: 1 }]);
    expect([b?.officerLink, b?.issuers]).toEqual([0, []]);
  });
});

test('presses: answers and those put aside by tablet, in the months that lie in the period as a whole', async () => {
  const kiosk = KIOSK('mau');
  const month = (table: string, name: string, n: number, reason?: string): Statement => ({
    sql: `insert into ${table} (tenant, kiosk, month, n${reason ? ', reason' : ''}) values ('mau', ?, ?, ?${reason ? ', ?' : ''})`,
    params: [kiosk, name, n, ...(reason ? [reason] : [])],
  });
  await server.db.batch([
    month('kiosk_presses', '2026-09', 1000),
    month('kiosk_presses', '2026-10', 30),
    month('kiosk_presses', '2026-12', 50),
    month('kiosk_asides', '2026-10', 6, 'outsideHours'),
    month('kiosk_asides', '2026-12', 4, 'interval'),
    month('kiosk_asides', '2027-01', 70, 'interval'),
    // Put aside before answers were counted.
    { sql: "update kiosk_asides set n = n + 100, before_presses = 100 where month = '2026-10'" },
  ]);
  const of = async (span: object = {}) => {
    const sums = (await filled(server.db, span))['so-a'];
    return [sums?.presses, sums?.outsideHours, sums?.tooSoon, sums?.tablets];
  };
  expect(await of()).toEqual([90, 6, 4, [{ counter: 'Quầy 01', presses: 90, aside: 10 }]]);
  // 15/10 to 14/12 has November alone as a whole, from 15/10 to the end of the year December too.
  expect(await of({ from: '2026-10-15', to: '2026-12-15' })).toEqual([0, 0, 0, []]);
  expect(await of({ from: '2026-10-15' })).toEqual([54, 0, 4, [{ counter: 'Quầy 01', presses: 54, aside: 4 }]]);
});

test('what is read are counts, by a key each; neither answers nor comments', async () => {
  const { portal } = server.credentials.mau;
  for (const n of [1, 2]) {
    const asked = { dossier: codeOf(n), unit: 'so-a', procedure: '1.001612', stage: 'returned' };
    const { body } = await server.request<Invitation>('POST', '/v1/invitations', asked, portal);
    await server.request('POST', '/v1/responses', responseOf(n, { token: body.token }));
  }
  await server.request('POST', '/v1/responses', responseOf(3, { token: portalToken(claimsOf(codeOf(3)), own) }));
  const seen = new Set<string>();
  const watched: Db = {
    ...server.db,
    all(sql, params = []) {
      seen.add(sql);
      return server.db.all(sql, params);
    },
  };
  expect((await filled(watched))['so-a']?.unknown).toBe(3);
  for (const sql of seen) {
    if (sql.includes('responses')) expect(sql).not.toMatch(/\b(answers|comment)\b/);
    expect(
      walked(await planOf(server, sql)).filter((table) => table !== 'm'),
      sql,
    ).toEqual([]);
  }
  // Days, rounds, links, open ones, invitations, their links, dossiers since, procedures of dossiers, of answers, all, minted, presses.
  expect(seen.size).toBeGreaterThanOrEqual(12);
});
