import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { ResponseReceipt } from '#wire/response.ts';
import type { ResponseView } from '#wire/response-view.ts';
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

describe('with its receipt', () => {
  const held = (n: number, method: string, receipt: string, body?: unknown) =>
    server.request<ResponseView & { code?: string }>(method, `/v1/responses/${idOf(n)}`, body, {
      'x-dvc-receipt': receipt,
    });

  test('a response is read back as stored', async () => {
    const { body } = await post(responseOf(40, { comment: 'Nhanh.' }));
    const { status, body: view, headers } = await held(40, 'GET', body.receipt);
    expect(status).toBe(200);
    expect(headers.get('cache-control')).toBe('no-store');
    expect(view).toEqual({
      id: idOf(40),
      receipt: body.receipt,
      unit: 'so-a',
      procedure: '1.001612',
      survey: 'danhgia-2026',
      version: 1,
      stage: 'returned',
      channel: 'portal',
      lang: 'vi',
      day: '2026-11-10',
      answers: { overall: 's4', q1: 'on', q3: 'extra0' },
      comment: 'Nhanh.',
      editableUntil: '2026-11-25',
      editable: true,
      reply: null,
    });
  });

  test('a receipt as people type it opens the answers without the id', async () => {
    const { body } = await post(responseOf(41));
    const typed = `${body.receipt.slice(0, 4)}-${body.receipt.slice(4, 8)} ${body.receipt.slice(8)}`.toLowerCase();
    const { status, body: view } = await server.request<ResponseView>('GET', `/v1/receipts/${typed}`);
    expect([status, view.id]).toEqual([200, idOf(41)]);
    expect((await server.request('GET', '/v1/receipts/0000000000')).status).toBe(404);
  });

  test('new answers take the place of the old ones in row and counts', async () => {
    const { body } = await post(responseOf(42, { answers: { overall: 's4', q4: 'other2plus' } }));
    expect(await tallyOf(server.db, 'q4')).toEqual({ other2plus: 1 });
    const before = await counted(server.db);
    const changed = responseOf(42, { answers: { overall: 's1', q4: 'other0' }, comment: 'Đã xem lại.' });
    const put = await held(42, 'PUT', body.receipt, changed);
    expect([put.status, put.body]).toEqual([200, body]);
    expect(await tallyOf(server.db, 'q4')).toEqual({ other0: 1 });
    expect(await counted(server.db)).toEqual(before);
    expect((await held(42, 'GET', body.receipt)).body).toMatchObject({
      answers: changed.answers,
      comment: 'Đã xem lại.',
    });
    // The same change sent twice is one change.
    expect((await held(42, 'PUT', body.receipt, changed)).status).toBe(200);
    expect(await tallyOf(server.db, 'q4')).toEqual({ other0: 1 });
  });

  test('two changes at once never count twice', async () => {
    const { body } = await post(responseOf(43, { answers: { overall: 's4' } }));
    const before = await counted(server.db);
    const results = await Promise.all(
      ['s1', 's2', 's3', 's5'].map((overall) =>
        held(43, 'PUT', body.receipt, responseOf(43, { answers: { overall } })),
      ),
    );
    expect(results.filter((r) => r.status === 200).length).toBeGreaterThan(0);
    for (const r of results) expect([200, 409]).toContain(r.status);
    expect(await counted(server.db)).toEqual(before);
  });

  test('changed and erased at once, it is counted once or not at all', async () => {
    const before = await counted(server.db);
    for (let n = 60; n < 66; n += 1) {
      const { body } = await post(responseOf(n, { answers: { overall: 's4' } }));
      const acts = ['s1', 's2'].map((overall) => held(n, 'PUT', body.receipt, responseOf(n, { answers: { overall } })));
      const results = await Promise.all([...acts, held(n, 'DELETE', body.receipt), held(n, 'DELETE', body.receipt)]);
      for (const { status } of results) expect([200, 204, 404, 409]).toContain(status);
      // Whatever came first, the answer goes when asked once more.
      const last = await held(n, 'DELETE', body.receipt);
      expect([204, 404]).toContain(last.status);
    }
    expect(await counted(server.db)).toEqual(before);
  });

  test('an edit may not move the response to another place', async () => {
    const { body } = await post(responseOf(44));
    const put = await server.request<{ code: string; issues: { path: string }[] }>(
      'PUT',
      `/v1/responses/${idOf(44)}`,
      responseOf(44, { unit: 'so-b' }),
      { 'x-dvc-receipt': body.receipt },
    );
    expect([put.status, put.body.code, put.body.issues[0]?.path]).toEqual([422, 'response.fixed', 'unit']);
  });

  test('erasing removes row, receipt and counts', async () => {
    const before = await counted(server.db);
    const { body } = await post(responseOf(45));
    expect((await held(45, 'DELETE', body.receipt)).status).toBe(204);
    expect(await counted(server.db)).toEqual(before);
    expect((await held(45, 'GET', body.receipt)).status).toBe(404);
    expect((await server.request('GET', `/v1/receipts/${body.receipt}`)).status).toBe(404);
  });

  test('an erased answer does not come back when a copy of it arrives late', async () => {
    const { body } = await post(responseOf(48));
    await held(48, 'DELETE', body.receipt);
    const before = await counted(server.db);
    for (const late of [responseOf(48), responseOf(48, { answers: { overall: 's1' } })]) {
      const again = await post<{ code: string; message: string }>(late);
      expect([again.status, again.body.code]).toEqual([410, 'response.erased']);
      expect(again.body.message).toBe('Phiếu này đã được xóa theo yêu cầu.');
    }
    expect(await counted(server.db)).toEqual(before);
  });

  test('the wrong receipt, or none, opens nothing', async () => {
    await post(responseOf(46));
    for (const method of ['GET', 'DELETE']) expect((await held(46, method, 'AAAAAAAAAA')).status).toBe(404);
    expect((await server.request('GET', `/v1/responses/${idOf(46)}`)).status).toBe(404);
  });

  test('after the 15th day answers can be read and no longer changed', async () => {
    const { body } = await post(responseOf(47));
    // 25/11 23:59 and 26/11 00:00 in Viet Nam.
    server.clock.now = new Date('2026-11-25T16:59:00Z');
    expect((await held(47, 'GET', body.receipt)).body.editable).toBe(true);
    server.clock.now = new Date('2026-11-25T17:00:00Z');
    expect((await held(47, 'GET', body.receipt)).body.editable).toBe(false);
    const put = await held(47, 'PUT', body.receipt, responseOf(47, { answers: { overall: 's1' } }));
    expect([put.status, put.body.code]).toEqual([410, 'receipt.late']);
    expect((await held(47, 'DELETE', body.receipt)).status).toBe(410);
  });
});

test('rows equal the sum of counts after everything above', async () => {
  const { rows, receipts, overall, byDay, negative } = await counted(server.db);
  expect(rows).toBeGreaterThan(5);
  expect({ receipts, overall, byDay, negative }).toEqual({ receipts: rows, overall: rows, byDay: rows, negative: 0 });
});
