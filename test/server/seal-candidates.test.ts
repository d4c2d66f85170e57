import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { DossierBody } from '#wire/dossier.ts';
import { dossierBody } from './dossier-body.ts';
import { filesWith } from './files-with.ts';
import { responseOf, type TestServer, testServer } from './test-server.ts';

/** A citizen's answer about a dossier: where, about what, handed over on which day and answered on the same. */
interface Asked {
  readonly unit: 'so-a' | 'so-b' | 'xa-1';
  readonly procedure: string;
  readonly day: string;
}
const times = (n: number, asked: Asked): Asked[] => Array<Asked>(n).fill(asked);

/**
 * so-a: six on 1.000001 in November; one on the rare 1.000002, beside which four forms without a dossier name the same; one in October,
 * when nobody else was. so-b: one, of the 1.000001 that six of so-a were asked about. xa-1, of one officer: four.
 */
const ASKED: readonly Asked[] = [
  { unit: 'so-a', procedure: '1.000001', day: '2026-10-20' },
  ...times(6, { unit: 'so-a', procedure: '1.000001', day: '2026-11-05' }),
  { unit: 'so-a', procedure: '1.000002', day: '2026-11-05' },
  { unit: 'so-b', procedure: '1.000001', day: '2026-11-06' },
  ...times(4, { unit: 'xa-1', procedure: '1.000003', day: '2026-11-07' }),
];
const OFFICERS = { 'so-a': 'CB-01', 'so-b': 'CB-02', 'xa-1': 'CB-03' };
const codeOf = (i: number) => `H99.01-261020-${String(i + 1).padStart(4, '0')}`;

/** Some name what they are about: by the national pattern, which no form takes in, or by a number only the office knows for one. */
const commentOf = (i: number) => `Lời góp ý thứ ${i + 1}${i < 3 ? ` về ${codeOf(i).toLowerCase()}, bn-77${i}.` : ''}`;
/** Put on record only after it was named. */
const RECEIPT_NUMBER = 'BN-771';

let server: TestServer;

beforeAll(async () => {
  server = await testServer();
  const { 'province-admin': admin, portal } = server.credentials.mau;
  for (const [i, { unit, procedure, day }] of ASKED.entries()) {
    server.clock.now = new Date(`${day}T08:00:00Z`);
    const officer = OFFICERS[unit];
    const dossier: DossierBody = dossierBody({
      ...{ code: codeOf(i), unit, procedure, officer, receivedBy: officer, supplements: 0, state: 'returned' },
      ...{ handlers: [{ officer, from: `${day}T08:00` }], received: `${day}T08:00`, promised: `${day}T17:00` },
      ...{ ready: `${day}T10:00`, returned: `${day}T11:00` },
    });
    const put = await server.request('POST', '/v1/dossiers', [dossier], admin);
    expect(put.text).toContain('"created"');
    const asked = { dossier: codeOf(i), unit, procedure, stage: 'returned' };
    const { token } = (await server.request<{ token: string }>('POST', '/v1/invitations', asked, portal)).body;
    const answers = { overall: `s${1 + (i % 5)}`, q1: i % 2 ? 'on' : 'after', q3: 'extra0' };
    const sent = responseOf(i, { unit, procedure, token, answers, comment: commentOf(i) });
    expect((await server.request('POST', '/v1/responses', sent)).status).toBe(201);
  }
  for (let n = 0; n < 4; n += 1) {
    const open = responseOf(50 + n, { procedure: '1.000002' });
    expect((await server.request('POST', '/v1/responses', open)).status).toBe(201);
  }
  expect((await rowsOf()).filter(({ comment }) => comment?.toUpperCase().includes('H99.01'))).toEqual([]);
  const late = dossierBody({ code: RECEIPT_NUMBER, unit: 'so-a', procedure: '1.000001', officer: 'CB-01' });
  expect((await server.request('POST', '/v1/dossiers', [late], admin)).text).toContain('"created"');
  server.clock.now = new Date('2027-01-04T02:00:00Z');
  for (const step of ['close', 'seal'])
    expect((await server.request('POST', `/v1/periods/2026-q4/${step}`, {}, admin)).status).toBe(200);
}, 60_000);
afterAll(() => server.close());

interface Row {
  readonly unit: string;
  readonly procedure: string | null;
  readonly day: string;
  readonly proof: string;
  readonly answers: string;
  readonly comment: string | null;
}
const rowsOf = () =>
  server.db.all<Row>("select unit, procedure, day, proof, answers, comment from responses where tenant = 'mau'");
/** What somebody said whose dossier is on record; forms that came without one can be told from theirs. */
const told = async () =>
  (await rowsOf()).filter(({ proof, answers, comment }) => proof !== 'open' && (answers !== '{}' || comment !== null));
const indexed = () => ASKED.map((asked, i) => ({ ...asked, code: codeOf(i) }));

/** Whoever holds the database after the seal knows every dossier, its officer and its days. */
describe('an answer that is left after the seal', () => {
  test('may have been about at least 5 dossiers, by its unit, its procedure and its month', async () => {
    const few = (await told()).flatMap((row) => {
      const candidates = indexed().filter(
        ({ unit, procedure, day }) =>
          unit === row.unit &&
          (row.procedure === null || row.procedure === procedure) &&
          // Nobody answers before the result is handed over.
          (row.day === '' || day.slice(0, 7) <= row.day),
      );
      return candidates.length < 5 ? [{ ...row, codes: candidates.map(({ code }) => code) }] : [];
    });
    expect(few).toEqual([]);
  });

  test('is none of fewer than 5 of a unit where one officer does everything', async () => {
    const left = await told();
    const counts = Object.keys(OFFICERS).map((unit) => left.filter((row) => row.unit === unit).length);
    // Eight of so-a, whose largest group are eight; nothing of so-b and xa-1.
    expect(counts).toEqual([8, 0, 0]);
    // Their forms still count.
    const all = await rowsOf();
    expect([all.length, all.filter(({ unit }) => unit === 'xa-1').length]).toEqual([17, 4]);
  });

  test('nor do the counts say what the few said, themselves or less the answers that name what they are about', async () => {
    const counts = await server.db.all<{ unit: string }>(
      "select distinct unit from tallies where tenant = 'mau' and proof <> 'open' and n > 0",
    );
    expect(counts.map(({ unit }) => unit)).toEqual(['so-a']);
    const rows = await rowsOf();
    const byProcedure = await server.db.all<{ procedure: string; n: number }>(
      "select procedure, sum(n) as n from procedure_tallies where tenant = 'mau' and question = 'overall' group by procedure",
    );
    const rests = byProcedure.map(({ procedure, n }) => n - rows.filter((row) => row.procedure === procedure).length);
    expect(rests.filter((rest) => rest > 0 && rest < 5)).toEqual([]);
    expect(byProcedure.map(({ procedure }) => procedure)).toContain('1.000001');
  });

  test('leaves of the others nothing in any file of the database', () => {
    // The last five are those of so-b and xa-1.
    const gone = ASKED.map((_, i) => `Lời góp ý thứ ${i + 1}`).slice(-5);
    expect(filesWith(server.folder, gone)).toEqual([]);
    expect(filesWith(server.folder, ['Lời góp ý thứ 8'])).toEqual(['a.db']);
  });

  test('names no dossier in its comment', async () => {
    const comments = (await told()).map(({ comment }) => comment ?? '');
    expect(comments.filter((text) => text.includes(RECEIPT_NUMBER.toLowerCase()) || /h99/i.test(text))).toEqual([]);
    expect(comments.filter((text) => text.includes('[đã che mã hồ sơ], [đã che mã hồ sơ].'))).toHaveLength(1);
  });
});
