import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { ResponseReceipt } from '#wire/response.ts';
import { bodyHash } from '../../server/body-hash.ts';
import { counted, tallyOf } from './counts.ts';
import { idOf, NOW, responseOf, type TestServer, testServer } from './test-server.ts';

let server: TestServer;
const post = <Body = ResponseReceipt>(body: unknown) => server.request<Body>('POST', '/v1/responses', body);

beforeAll(async () => {
  server = await testServer();
});
beforeEach(() => {
  server.clock.now = NOW;
});
afterAll(() => server.close());

describe('a response', () => {
  test('is stored once and acknowledged with a receipt that opens it for 15 days', async () => {
    const { status, body } = await post(responseOf(1));
    expect(status).toBe(201);
    expect(body.receipt).toMatch(/^[0-9A-HJKMNP-TV-Z]{10}$/);
    // Received 10/11/2026, 15 days on.
    expect(body).toMatchObject({ id: idOf(1), editableUntil: '2026-11-25' });
    expect(await counted(server.db)).toMatchObject({ rows: 1, receipts: 1, links: 0, overall: 1, byDay: 1 });
  });

  test('sent again answers with the same body and counts nothing', async () => {
    const first = await post(responseOf(2));
    const before = await counted(server.db);
    // Keys in another order and another age are the same response.
    const { answers, ...rest } = responseOf(2, { ageSeconds: 90 });
    const again = await post({ answers, ...rest });
    expect(again.status).toBe(200);
    expect(again.body).toEqual(first.body);
    expect(await counted(server.db)).toEqual(before);
  });

  test('sent again after its version of the form was retired gets the receipt it got', async () => {
    // Taken when version 99 was still known; today it is not.
    const body = responseOf(11, { version: 99 });
    const { stage, channel, lang, answers, survey, version, unit } = body;
    const accepted = await server.services.intake.add({
      tenant: 'mau',
      id: body.id,
      bodyHash: bodyHash(body),
      aged: false,
      dossier: null,
      linkStage: stage,
      row: {
        ...{ unit, procedure: null, survey, version, stage, channel, lang, answers },
        ...{ proof: 'open', day: '2026-11-10', assisted: null, way: null, helper: null, comment: null },
      },
    });
    const again = await post(body);
    expect([again.status, again.body.receipt]).toEqual([200, accepted.receipt]);
    const other = await post<{ code: string }>(responseOf(12, { version: 99 }));
    expect([other.status, other.body.code]).toEqual([410, 'survey.gone']);
  });

  test('with the id of another is a conflict and changes nothing', async () => {
    await post(responseOf(3));
    const before = await counted(server.db);
    const { status, body } = await post<{ code: string }>(responseOf(3, { answers: { overall: 's1' } }));
    expect([status, body.code]).toEqual([409, 'response.conflict']);
    expect(await counted(server.db)).toEqual(before);
  });

  test('that declines a question is counted as declined; one left empty is not counted', async () => {
    await post(responseOf(4, { answers: { overall: 's5', qe: 'unknown' } }));
    expect(await tallyOf(server.db, 'qe')).toEqual({ unknown: 1 });
    expect(await tallyOf(server.db, 'q8')).toEqual({});
  });

  test('holds no personal data in its comment, whatever the sender forgot to hide', async () => {
    await post(responseOf(5, { comment: 'Gọi tôi số 0912345678 nhé' }));
    const [row] = await server.db.all<{ comment: string }>(
      "select comment from responses where tenant = 'mau' and comment is not null",
    );
    expect(row?.comment).toBe('Gọi tôi số [đã che số điện thoại] nhé');
  });

  test('answered offline last month belongs to the day of answering, by the clock of the server', async () => {
    // 24/11/2026 00:30 in Viet Nam; answered 10 days before.
    server.clock.now = new Date('2026-11-23T17:30:00Z');
    await post(responseOf(6, { unit: 'xa-1', ageSeconds: 10 * 86_400 }));
    const rows = await server.db.all("select day, aged from responses where tenant = 'mau' and unit = 'xa-1'");
    expect(rows).toEqual([{ day: '2026-11-14', aged: 1 }]);
  });

  test('older than 30 days counts as 30 days old', async () => {
    await post(responseOf(7, { unit: 'so-b', ageSeconds: 300 * 86_400 }));
    const rows = await server.db.all("select day, aged from responses where tenant = 'mau' and unit = 'so-b'");
    expect(rows).toEqual([{ day: '2026-10-11', aged: 1 }]);
  });

  test('sent on the day it was given bears no mark, whatever the hour', async () => {
    // 09:00 in Viet Nam; answered at 00:00 of the same day, and at once.
    await post(responseOf(9, { lang: 'en', ageSeconds: 9 * 3600 }));
    await post(responseOf(10, { lang: 'en' }));
    const rows = await server.db.all("select day, aged from responses where tenant = 'mau' and lang = 'en'");
    expect(rows).toEqual(Array(2).fill({ day: '2026-11-10', aged: 0 }));
  });

  test('«Tôi chưa có kết quả» makes an open answer one of stage submitted, which feeds no procedure counts', async () => {
    await post(responseOf(8, { procedure: '2.000111', answers: { overall: 's3', q1: 'none' } }));
    const rows = await server.db.all("select stage from responses where tenant = 'mau' and procedure = '2.000111'");
    expect(rows).toEqual([{ stage: 'submitted' }]);
    expect(
      await server.db.all("select n from procedure_tallies where tenant = 'mau' and procedure = '2.000111'"),
    ).toEqual([]);
  });
});

describe('an array', () => {
  test('gets an outcome per item in order, and a bad item spoils no other', async () => {
    const before = await counted(server.db);
    const { status, body } = await post<{ outcomes: Record<string, unknown>[] }>([
      responseOf(20),
      responseOf(21, { answers: { overall: 's9' } }),
      'không phải phiếu',
      responseOf(20),
      responseOf(20, { lang: 'en' }),
      responseOf(22),
    ]);
    expect(status).toBe(200);
    expect(body.outcomes.map((o) => o.outcome)).toEqual([
      'created',
      'refused',
      'refused',
      'repeated',
      'refused',
      'created',
    ]);
    expect(body.outcomes[1]).toMatchObject({ id: idOf(21), status: 422, problem: { code: 'answer.unknown' } });
    expect(body.outcomes[2]).toMatchObject({ id: null, status: 422 });
    expect(body.outcomes[3]).toMatchObject({ receipt: body.outcomes[0]?.receipt });
    expect(body.outcomes[4]).toMatchObject({ status: 409, problem: { code: 'response.conflict' } });
    const after = await counted(server.db);
    expect([after.rows - before.rows, after.overall - before.overall]).toEqual([2, 2]);
  });

  test('of more than 500 is refused whole', async () => {
    const before = await counted(server.db);
    const { status } = await post(Array.from({ length: 501 }, (_, i) => responseOf(1000 + i)));
    expect(status).toBe(413);
    expect(await counted(server.db)).toEqual(before);
  });
});

test('rows equal the sum of counts after everything above', async () => {
  const { rows, receipts, overall, byDay, negative } = await counted(server.db);
  expect(rows).toBeGreaterThan(5);
  expect({ receipts, overall, byDay, negative }).toEqual({ receipts: rows, overall: rows, byDay: rows, negative: 0 });
});
