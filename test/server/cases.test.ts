import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { CaseView } from '#wire/case.ts';
import type { Problem } from '#wire/problem.ts';
import type { ResponseReceipt } from '#wire/response.ts';
import type { ResponseView } from '#wire/response-view.ts';
import { caseByReceiptOrNull } from '../../server/store/case-by-receipt.ts';
import { caseCalls, DUE, HARASSED, UNHAPPY } from './case-calls.ts';
import { filesWith } from './files-with.ts';
import { NOW, responseOf, type TestServer, testServer } from './test-server.ts';

let server: TestServer;
beforeAll(async () => {
  server = await testServer();
});
beforeEach(() => {
  server.clock.now = NOW;
});
afterAll(() => server.close());
const { act, ask, edit, get, last, list, newest, stored } = caseCalls(() => server);

describe('a reply is asked for', () => {
  test('with answers the form asks it after, and the receipt says by when it comes', async () => {
    const { status, receipt, replyBy } = await ask();
    expect([status, replyBy]).toEqual([201, DUE]);
    const { body } = await server.request<ResponseView>('GET', `/v1/receipts/${receipt}`);
    expect(body.reply).toEqual({ by: DUE, answer: null, answeredOn: null, until: null });
  });

  test('with no others: the refusal names the field and nothing is stored', async () => {
    const before = (await stored()).length;
    for (const answers of [{ overall: 's3' }, { overall: 's4', q7: 't1' }, { overall: 's5', qe: 'ok' }] as Record<
      string,
      string
    >[]) {
      const { status, code, issues } = await ask({ answers });
      expect([status, code, issues?.[0]?.path]).toEqual([422, 'reply.unasked', 'reply']);
    }
    expect(await stored()).toHaveLength(before);
    const { body } = await server.request<{ reply: unknown }>('GET', '/v1/surveys/danhgia-2026');
    expect(body.reply).toEqual([
      { question: 'q7', when: ['t0'] },
      { question: 'qe', when: ['cost', 'both', 'result'] },
      { question: 'overall', when: ['s1', 's2'] },
    ]);
  });

  test('once: the same form sent again opens no second case', async () => {
    const { sent, receipt } = await ask();
    const before = (await stored()).length;
    const again = await server.request<ResponseReceipt>('POST', '/v1/responses', sent);
    expect([again.status, again.body.receipt, again.body.replyBy]).toEqual([200, receipt, DUE]);
    expect(await stored()).toHaveLength(before);
  });

  test('of many at once, each by itself', async () => {
    const sent = [
      responseOf(901, { answers: UNHAPPY, reply: true }),
      responseOf(902, { answers: { overall: 's4' }, reply: true }),
      responseOf(903, { answers: UNHAPPY }),
    ];
    const { body } = await server.request<{ outcomes: object[] }>('POST', '/v1/responses', sent);
    expect(body.outcomes).toMatchObject([
      { outcome: 'created', replyBy: DUE },
      { outcome: 'refused', status: 422 },
      { outcome: 'created' },
    ]);
    expect(body.outcomes[2]).not.toHaveProperty('replyBy');
  });
});

describe('what is stored of a case', () => {
  test('is neither receipt nor dossier nor personal data', async () => {
    const { receipt } = await ask({ comment: 'Gọi tôi 0912345678 nhé' });
    expect(JSON.stringify(await stored())).not.toContain('0912345678');
    expect(filesWith(server.folder, [receipt, '0912345678'])).toEqual([]);
  });

  test('cannot be found by its receipt with the database alone', async () => {
    const { receipt } = await ask();
    const { db } = server;
    const other = { hash: () => 'x'.repeat(64), exists: () => true, create: () => {} };
    expect(await caseByReceiptOrNull(db, other, receipt, '2026-11-10')).toBeNull();
    expect(await caseByReceiptOrNull(db, server.services.caseKeys, receipt, '2026-11-10')).not.toBeNull();
  });
});

describe('the answers change', () => {
  test('the case moves with them; without a reason for a reply it goes', async () => {
    const kept = await ask();
    expect((await edit(kept, { answers: { overall: 's2', qe: 'result' } })).status).toBe(200);
    const { topic, said } = await newest('province-admin');
    expect([topic, said.map((s) => s.answer)]).toEqual([
      'result',
      ['Không hài lòng', 'Kết quả sai, hoặc bị từ chối không rõ lý do'],
    ]);
    const before = (await stored()).length;
    expect((await edit(kept, { answers: { overall: 's5' }, reply: false })).status).toBe(200);
    expect(await stored()).toHaveLength(before - 1);
  });

  test('a change that says nothing of a reply leaves what was asked for; one that says no erases it', async () => {
    const { reply: _, ...silent } = responseOf(last() + 1, { answers: UNHAPPY, reply: true });
    const asked = await ask();
    const before = (await stored()).length;
    const put = (body: object) =>
      server.request('PUT', `/v1/responses/${asked.sent.id}`, body, { 'x-dvc-receipt': asked.receipt });
    expect((await put({ ...silent, answers: { overall: 's2' } })).status).toBe(200);
    expect(await stored()).toHaveLength(before);
    expect((await put({ ...silent, answers: { overall: 's2' }, reply: false })).status).toBe(200);
    expect(await stored()).toHaveLength(before - 1);
    expect((await put({ ...silent, answers: { overall: 's2' }, reply: true })).status).toBe(200);
    expect(await stored()).toHaveLength(before);
  });

  test('erased answers take the case with them', async () => {
    const { sent, receipt } = await ask({ comment: 'Câu chỉ có một lần trong góp ý này' });
    const before = (await stored()).length;
    expect(
      (await server.request('DELETE', `/v1/responses/${sent.id}`, undefined, { 'x-dvc-receipt': receipt })).status,
    ).toBe(204);
    expect(await stored()).toHaveLength(before - 1);
    expect(filesWith(server.folder, ['Câu chỉ có một lần trong góp ý này'])).toEqual([]);
  });

  test('what has become a matter of the inspectorate leaves everybody else, and never comes back', async () => {
    const asked = await ask();
    const it = await newest('province-admin');
    expect((await act(it.id, 'take', { revision: it.revision })).status).toBe(204);
    await edit(asked, { answers: HARASSED });
    expect((await get<Problem>(`/v1/cases/${it.id}`, 'province-admin')).status).toBe(404);
    expect(await newest('inspector')).toMatchObject({ id: it.id, state: 'new', owner: null, topic: 'harassment' });
    await edit(asked, { answers: UNHAPPY });
    expect((await get<Problem>(`/v1/cases/${it.id}`, 'province-admin')).status).toBe(404);
  });
});

describe('a case is replied to', () => {
  test('taken, answered, corrected, closed; the receipt shows the reply, scrubbed, for 90 days', async () => {
    const { receipt } = await ask();
    const { id } = await newest('reviewer');
    const words = 'Đơn vị đã xin lỗi. Cần thêm xin gọi 0912345678.';
    const told = 'Đơn vị đã xin lỗi. Cần thêm xin gọi [đã che số điện thoại].';
    expect((await act(id, 'close', { revision: 0 }, 'reviewer')).body.code).toBe('case.state');
    expect((await act(id, 'take', { revision: 0 }, 'reviewer')).status).toBe(204);
    expect((await act(id, 'answer', { revision: 1, answer: words }, 'reviewer')).status).toBe(204);
    const shown = async () => (await server.request<ResponseView>('GET', `/v1/receipts/${receipt}`)).body.reply;
    // 20 days of November, 31 of December, 31 of January and 8 of February make 90.
    expect(await shown()).toEqual({ by: DUE, answer: told, answeredOn: '2026-11-10', until: '2027-02-08' });
    const page = await server.request('GET', `/cong-khai/mau/phieu?ma=${receipt}`);
    expect(page.text).toContain(told);
    expect((await act(id, 'answer', { revision: 2, answer: 'Đã sửa lại câu trả lời.' })).status).toBe(204);
    expect((await shown())?.answer).toBe('Đã sửa lại câu trả lời.');
    expect((await act(id, 'close', { revision: 3 })).status).toBe(204);
    expect((await act(id, 'answer', { revision: 4, answer: 'Thêm một lần nữa.' })).body.code).toBe('case.state');
    const { body } = await get<CaseView>(`/v1/cases/${id}`, 'reviewer');
    expect(body.history.map(({ actor, step }) => [actor, step])).toEqual([
      ['reviewer', 'taken'],
      ['reviewer', 'answered'],
      ['province-admin', 'corrected'],
      ['province-admin', 'closed'],
    ]);
  });

  test('by one of two who write at once; the other is told', async () => {
    await ask();
    const { id } = await newest('reviewer');
    const both = await Promise.all(
      ['Trả lời thứ nhất.', 'Trả lời thứ hai.'].map((answer) => act(id, 'answer', { revision: 0, answer })),
    );
    expect(both.map((each) => each.status).sort()).toEqual([204, 409]);
    const [entries] = await server.db.all<{ n: number }>(
      "select count(*) as n from audit where tenant = 'mau' and action = 'case.answered' and subject = ?",
      [id],
    );
    expect(entries?.n).toBe(1);
  });

  /** Does `first` right before the transaction whose first words hold `words`, as somebody faster would. */
  async function justBefore(words: string, first: () => Promise<unknown>, then: () => Promise<{ status: number }>) {
    const db = server.services.db as { batch: typeof server.services.db.batch };
    const { batch } = db;
    db.batch = async (statements) => {
      if (statements.some(({ sql }) => sql.startsWith(words))) {
        db.batch = batch;
        await first();
      }
      return batch(statements);
    };
    const { status } = await then();
    db.batch = batch;
    return status;
  }

  test('while its giver changes the answers: the change goes on top of the reply', async () => {
    const asked = await ask();
    const { id } = await newest('reviewer');
    const reply = () => act(id, 'answer', { revision: 0, answer: 'Đã xem lại và trả lời.' });
    expect(await justBefore('update responses set', reply, () => edit(asked, { answers: { overall: 's2' } }))).toBe(
      200,
    );
    const { body } = await get<CaseView>(`/v1/cases/${id}`, 'reviewer');
    expect([body.said[0]?.answer, body.answer]).toEqual(['Không hài lòng', 'Đã xem lại và trả lời.']);
    expect(body.history.map(({ step }) => step)).toEqual(['answered', 'changed']);
  });

  test('while its giver changes or erases the answers first: who replies is told', async () => {
    const asked = await ask();
    const { id } = await newest('reviewer');
    const reply = (revision: number) => act(id, 'answer', { revision, answer: 'Đã xem lại và trả lời.' });
    const change = () => edit(asked, { answers: { overall: 's2' } });
    expect(await justBefore('update cases set', change, () => reply(0))).toBe(409);
    const erase = () =>
      server.request('DELETE', `/v1/responses/${asked.sent.id}`, undefined, { 'x-dvc-receipt': asked.receipt });
    expect(await justBefore('update cases set', erase, () => reply(1))).toBe(404);
  });

  test('the list begins with the oldest deadline and counts what is late', async () => {
    server.clock.now = new Date('2026-12-03T02:00:00Z');
    const { cases, late, counts } = await list('province-admin');
    expect(cases.map((it) => it.due)).toEqual([...cases.map((it) => it.due)].sort());
    expect(cases.every((it) => it.late)).toBe(true);
    expect([late, counts.new + counts.taken]).toEqual([cases.length, cases.length]);
    expect((await list('province-admin', '?state=late&unit=so-a')).cases).toHaveLength(late);
    expect((await list('province-admin', '?unit=so-b')).cases).toEqual([]);
    server.clock.now = new Date('2026-12-02T02:00:00Z');
    expect((await list('province-admin')).late).toBe(0);
  });

  test('within the days the province settles for itself', async () => {
    const put = (body: object) =>
      server.request('PUT', '/v1/case-settings', body, server.credentials.mau['province-admin']);
    expect((await put({ replyDays: 0 })).status).toBe(422);
    expect((await put({ replyDays: 5 })).status).toBe(200);
    // 11, 12, 13, 16, 17/11.
    expect((await ask()).replyBy).toBe('2026-11-17');
    await put({ replyDays: 15 });
  });
});
