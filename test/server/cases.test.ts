import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { CaseList, CaseView } from '#wire/case.ts';
import type { Problem } from '#wire/problem.ts';
import type { Response as ResponseBody, ResponseReceipt } from '#wire/response.ts';
import type { RepliedView, ResponseView } from '#wire/response-view.ts';
import { caseByReceiptOrNull } from '../../server/store/case-by-receipt.ts';
import { filesWith } from './files-with.ts';
import { idOf, NOW, responseOf, type TestServer, testServer } from './test-server.ts';

/** Asked on Tuesday 10/11/2026: 15 working days later, 24/11 a holiday, is Wednesday 02/12/2026. */
const DUE = '2026-12-02';
const UNHAPPY = { overall: 's1', q7: 't1' };
const HARASSED = { overall: 's3', q7: 't0' };

let server: TestServer;
beforeAll(async () => {
  server = await testServer();
});
beforeEach(() => {
  server.clock.now = NOW;
});
afterAll(() => server.close());

let n = 0;
async function ask(more: Partial<ResponseBody> = {}) {
  n += 1;
  const sent = responseOf(n, { answers: UNHAPPY, reply: true, ...more });
  const { status, body } = await server.request<ResponseReceipt & Problem>('POST', '/v1/responses', sent);
  return { status, sent, ...body };
}
type Role = 'province-admin' | 'reviewer' | 'inspector' | 'unit-admin' | 'viewer';
const get = <T>(path: string, role: Role) => server.request<T>('GET', path, undefined, server.credentials.mau[role]);
const list = async (role: Role, query = '') => (await get<CaseList>(`/v1/cases${query}`, role)).body;
const newest = async (role: Role) => {
  const cases = (await list(role, '?state=all')).cases;
  for (const { id } of cases) {
    const { body } = await get<CaseView>(`/v1/cases/${id}`, role);
    if (body.comment === `góp ý ${n}`) return body;
  }
  throw new Error(`no case among ${cases.length}`);
};
const act = (id: string, what: string, body: object, role: Role = 'province-admin') =>
  server.request<Problem>('POST', `/v1/cases/${id}/${what}`, body, server.credentials.mau[role]);
const edit = ({ sent, receipt }: { sent: ResponseBody; receipt: string }, more: Partial<ResponseBody>) =>
  server.request<Problem>('PUT', `/v1/responses/${sent.id}`, { ...sent, ...more }, { 'x-dvc-receipt': receipt });
const stored = () => server.db.all("select * from cases where tenant = 'mau'");

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
    const kept = await ask({ comment: `góp ý ${n + 1}` });
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
    const { reply: _, ...silent } = responseOf(n + 1, { answers: UNHAPPY, reply: true });
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
    const asked = await ask({ comment: `góp ý ${n + 1}` });
    const it = await newest('province-admin');
    expect((await act(it.id, 'take', { revision: it.revision })).status).toBe(204);
    await edit(asked, { answers: HARASSED });
    expect((await get<Problem>(`/v1/cases/${it.id}`, 'province-admin')).status).toBe(404);
    expect(await newest('inspector')).toMatchObject({ id: it.id, state: 'new', owner: null, topic: 'harassment' });
    await edit(asked, { answers: UNHAPPY });
    expect((await get<Problem>(`/v1/cases/${it.id}`, 'province-admin')).status).toBe(404);
  });
});

describe('who reads a case', () => {
  test('harassment and money: the inspector alone; the province sees that it exists and when it is due', async () => {
    for (const answers of [HARASSED, { overall: 's2', qe: 'cost' }, { overall: 's2', qe: 'both' }]) {
      await ask({ answers: { ...answers }, comment: `góp ý ${n + 1}` });
      const { id } = await newest('inspector');
      for (const role of ['province-admin', 'reviewer'] as const) {
        expect((await get<Problem>(`/v1/cases/${id}`, role)).body.code).toBe('case.unknown');
        expect((await act(id, 'take', { revision: 0 }, role)).status).toBe(404);
        expect((await list(role)).cases.map((it) => it.id)).not.toContain(id);
      }
      const withheld = (await list('province-admin', '?withheld=1')).cases.find((it) => it.id === id);
      expect(withheld).toMatchObject({
        due: DUE,
        withheld: true,
        unit: null,
        unitName: null,
        topic: null,
        owner: null,
      });
      // Nobody else sees even that.
      expect((await list('reviewer', '?withheld=1')).cases.map((it) => it.id)).not.toContain(id);
    }
  });

  test('all others: the province and its reviewers, not the inspector, nobody of a unit', async () => {
    await ask({ comment: `góp ý ${n + 1}` });
    const { id } = await newest('reviewer');
    expect((await get<Problem>(`/v1/cases/${id}`, 'inspector')).status).toBe(404);
    for (const role of ['unit-admin', 'viewer'] as const)
      for (const path of ['/v1/cases', `/v1/cases/${id}`]) expect((await get<Problem>(path, role)).status).toBe(403);
    await server.db.run("update users set unit = 'so-a' where tenant = 'mau' and role = 'reviewer'");
    expect((await get<Problem>(`/v1/cases/${id}`, 'reviewer')).body.code).toBe('scope.denied');
    await server.db.run("update users set unit = null where tenant = 'mau' and role = 'reviewer'");
  });

  test('each time an entry in the log, without what was read', async () => {
    await ask({ comment: `góp ý ${n + 1}` });
    const { id } = await newest('province-admin');
    const entries = await server.db.all<{ actor: string; detail: string }>(
      "select actor, detail from audit where tenant = 'mau' and action = 'case.read' and subject = ?",
      [id],
    );
    expect(entries).toEqual([{ actor: 'user:province-admin', detail: '{}' }]);
  });
});

describe('a case is replied to', () => {
  test('taken, answered, corrected, closed; the receipt shows the reply, scrubbed, for 90 days', async () => {
    const { receipt } = await ask({ comment: `góp ý ${n + 1}` });
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
    await ask({ comment: `góp ý ${n + 1}` });
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

describe('after the seal', () => {
  test('the receipt opens the reply alone; the case keeps its month and nothing that joins it to a response', async () => {
    const waiting = await ask({ comment: 'Chưa ai trả lời câu này' });
    const replied = await ask({ comment: `góp ý ${n + 1}`, procedure: '1.009999' });
    const { id } = await newest('reviewer');
    await act(id, 'answer', { revision: 0, answer: 'Đã trả lời trước khi khóa sổ.' });
    const ids = new Set((await stored()).map((row) => (row as { case_id: string }).case_id));
    server.clock.now = new Date('2027-01-04T02:00:00Z');
    const admin = server.credentials.mau['province-admin'];
    for (const step of ['close', 'seal'])
      expect((await server.request('POST', `/v1/periods/2026-q4/${step}`, {}, admin)).status, step).toBe(200);
    const rows = await server.db.all<Record<string, unknown>>("select * from cases where tenant = 'mau'");
    expect(rows).toHaveLength(ids.size);
    for (const row of rows) {
      expect(row).toMatchObject({ seq: null, asked: '2026-11' });
      expect(ids).not.toContain(row.case_id);
      expect(`${row.answered_on ?? ''}${row.history}`).not.toMatch(/\d{4}-\d\d-\d\d/);
      if (row.state !== 'new' && row.state !== 'taken') expect([row.answers, row.comment]).toEqual(['{}', null]);
    }
    // One answer alone names procedure 1.009999, so the responses have lost it and the case loses it too.
    expect(JSON.stringify(rows)).not.toContain('1.009999');
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
  const { caseKeyLost } = await import('../../server/store/case-by-receipt.ts');
  expect(await caseKeyLost(db, { ...caseKeys, exists: () => false }, 'kia')).toBe(true);
  expect(await caseKeyLost(db, { ...caseKeys, exists: () => false }, 'mau2')).toBe(false);
});
