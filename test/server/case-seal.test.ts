import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Problem } from '#wire/problem.ts';
import type { RepliedView } from '#wire/response-view.ts';
import { caseKeyLost } from '../../server/store/case-by-receipt.ts';
import { caseCalls, UNHAPPY } from './case-calls.ts';
import { idOf, NOW, responseOf, type TestServer, testServer } from './test-server.ts';

let server: TestServer;
beforeAll(async () => {
  server = await testServer();
});
beforeEach(() => {
  server.clock.now = NOW;
});
afterAll(() => server.close());

const { act, ask, list, newest, stored } = caseCalls(() => server);

describe('after the seal', () => {
  test('the receipt opens the reply alone; the case keeps its month and nothing that joins it to a response', async () => {
    const waiting = await ask({ comment: 'Chưa ai trả lời câu này' });
    const replied = await ask({ procedure: '1.009999' });
    const { id } = await newest('reviewer');
    const racing = await ask();
    const late = await newest('reviewer');
    await act(id, 'answer', { revision: 0, answer: 'Đã trả lời trước khi khóa sổ.' });
    const ids = new Set((await stored()).map((row) => row.case_id));
    server.clock.now = new Date('2027-01-04T02:00:00Z');
    const admin = server.credentials.mau['province-admin'];
    // Somebody replies when the seal has read the cases and not yet written them.
    const db = server.services.db as { batch: typeof server.services.db.batch };
    const { batch } = db;
    db.batch = async (statements) => {
      if (statements.some(({ sql }) => sql.startsWith('delete from cases'))) {
        db.batch = batch;
        const answer = 'Trả lời đúng lúc khóa sổ.';
        expect((await act(late.id, 'answer', { revision: 0, answer }, 'reviewer')).status).toBe(204);
      }
      return batch(statements);
    };
    for (const step of ['close', 'seal'])
      expect((await server.request('POST', `/v1/periods/2026-q4/${step}`, {}, admin)).status, step).toBe(200);
    const rows = await stored();
    expect(rows).toHaveLength(ids.size);
    for (const row of rows) {
      expect(row).toMatchObject({ seq: null, asked: '2026-11' });
      expect(ids).not.toContain(row.case_id);
      expect(`${row.answered_on ?? ''}${row.history}`).not.toMatch(/\d{4}-\d\d-\d\d/);
      if (row.state !== 'new' && row.state !== 'taken') expect([row.answers, row.comment]).toEqual(['{}', null]);
    }
    // One answer alone names procedure 1.009999, so the responses have lost it and the case loses it too.
    expect(JSON.stringify(rows)).not.toContain('1.009999');
    const raced = await server.request<RepliedView>('GET', `/v1/receipts/${racing.receipt}`);
    expect(raced.body.reply).toMatchObject({ answer: 'Trả lời đúng lúc khóa sổ.', answeredOn: '2027-01' });
    const found = await server.request<RepliedView>('GET', `/v1/receipts/${replied.receipt}`);
    // From 30/11/2026: 90 days from the last day of the month, and 15 working days from it for those still to be answered.
    expect(found.body).toEqual({
      receipt: replied.receipt,
      unit: 'so-a',
      reply: { by: '2026-12-21', answer: 'Đã trả lời trước khi khóa sổ.', answeredOn: '2026-11', until: '2027-02-28' },
    });
    const page = await server.request('GET', `/cong-khai/mau/phieu?ma=${replied.receipt}`);
    expect([page.status, page.text.includes('Đã trả lời trước khi khóa sổ.')]).toEqual([200, true]);
    expect((await server.request<RepliedView>('GET', `/v1/receipts/${waiting.receipt}`)).body.reply.answer).toBeNull();
    const [open] = (await list('province-admin')).cases;
    expect(open).toMatchObject({ asked: '2026-11', due: '2026-12-21', late: true });
    server.clock.now = new Date('2027-03-01T02:00:00Z');
    expect((await server.request<Problem>('GET', `/v1/receipts/${replied.receipt}`)).body.code).toBe('receipt.bad');
  });
});

test('a lost key of cases takes no wish for a reply, rather than one nobody could read', async () => {
  const body = responseOf(950, { id: idOf(950, 'kia'), answers: UNHAPPY, reply: true });
  server.clock.now = NOW;
  await server.request('POST', '/v1/responses', body);
  const { caseKeys, db } = server.services;
  expect(caseKeys.exists('kia')).toBe(true);
  expect(await caseKeyLost(db, { ...caseKeys, exists: () => false }, 'kia')).toBe(true);
  expect(await caseKeyLost(db, { ...caseKeys, exists: () => false }, 'mau2')).toBe(false);
});
