import { createHash } from 'node:crypto';
import { copyFileSync, mkdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { ReceiptExport } from '#wire/receipt-export.ts';
import type { ResponseReceipt } from '#wire/response.ts';
import { createApp } from '../../server/app.ts';
import { createIntake } from '../../server/store/intake.ts';
import { keyLost } from '../../server/store/key-lost.ts';
import { markReceipts } from '../../server/store/mark-receipts.ts';
import { openPeriodKeys } from '../../server/store/period-keys.ts';
import { idHash } from '../../server/store/receipts.ts';
import { counted } from './counts.ts';
import { filesWith } from './files-with.ts';
import { idOf, NOW, responseOf, type TestServer, testServer } from './test-server.ts';

let server: TestServer;
beforeAll(async () => {
  server = await testServer();
});
afterAll(() => server.close());

const post = <Body = ResponseReceipt>(body: unknown) => server.request<Body>('POST', '/v1/responses', body);

describe('what is stored of a receipt', () => {
  test('names neither the receipt nor the id, whose first letters are the time of answering', async () => {
    const { body } = await post(responseOf(1));
    // 16 characters: tenant, time and the first of the random ones.
    const secrets = [idOf(1), idOf(1).slice(4, 16), body.receipt];
    expect(filesWith(server.folder, secrets)).toEqual([]);
    await server.services.db.settle('log');
    expect(filesWith(server.folder, secrets)).toEqual([]);
  });

  test('keeps the day the id was made at, in Viet Nam', () => {
    // 2026-11-24T16:59:59.999Z is 23:59:59.999 in Viet Nam; one millisecond later is the 25th.
    // 1,795,539,599,999 ms in base 32, worked by repeated division, is 1M87800KZ; the next is 1M87800M0.
    expect(idHash('mau.01M87800KZ0000000000000000').slice(0, 11)).toBe('2026-11-24.');
    expect(idHash('mau.01M87800M00000000000000000').slice(0, 11)).toBe('2026-11-25.');
  });

  test('opens the answers by receipt alone, id and all', async () => {
    const { body } = await post(responseOf(2));
    const found = await server.request<{ id: string }>('GET', `/v1/receipts/${body.receipt}`);
    expect(found.body).toMatchObject({ id: idOf(2), receipt: body.receipt });
  });
});

describe('a database without the folder of keys', () => {
  const markOf = async (n: number) => {
    const [row] = await server.db.all<{ mark: string }>(
      "select receipt_hash as mark from receipts where tenant = 'mau' and id_hash = ?",
      [idHash(idOf(n))],
    );
    return row?.mark ?? '';
  };

  test('opens nothing to whoever tries out receipts: what is stored of one needs the key to be made', async () => {
    const { body } = await post(responseOf(4));
    const plain = createHash('sha256').update(body.receipt).digest('hex');
    expect(await markOf(4)).toMatch(/^k\.[0-9a-f]{64}$/);
    expect(filesWith(server.folder, [plain])).toEqual([]);
    // The same receipt under the key of another province or period has another mark.
    const { keys } = server.services;
    keys.create('kia', '2026-q3');
    expect(keys.receiptMark('kia', '2026-q3', body.receipt)).not.toBe(await markOf(4));
  });

  test('of an earlier version is marked anew at the start, but for what waits for its key', async () => {
    const { body } = await post(responseOf(5));
    const mark = await markOf(5);
    const plain = createHash('sha256').update(body.receipt).digest('hex');
    const old = () =>
      server.db.run("update receipts set receipt_hash = ? where tenant = 'mau' and id_hash = ?", [
        plain,
        idHash(idOf(5)),
      ]);
    await old();
    await markReceipts(server.db, openPeriodKeys(join(server.folder, 'no-keys')));
    expect(await markOf(5)).toBe(plain);
    await markReceipts(server.db, server.services.keys);
    expect(await markOf(5)).toBe(mark);
    expect(filesWith(server.folder, [plain])).toEqual([]);
    const found = await server.request<{ id: string }>('GET', `/v1/receipts/${body.receipt}`);
    expect([found.status, found.body.id]).toEqual([200, idOf(5)]);
  });
});

describe('the file of one’s own data', () => {
  test('holds every stored field of the answer, in codes and in the words of the form', async () => {
    const { body } = await post(responseOf(6, { comment: 'Nhanh.', assisted: 'relative' }));
    const file = await server.request<ReceiptExport>('GET', `/v1/receipts/${body.receipt.toLowerCase()}/export`);
    expect(file.status).toBe(200);
    expect(file.headers.get('content-disposition')).toContain('attachment');
    expect(file.headers.get('cache-control')).toBe('no-store');
    const [row] = await server.db.all<Record<string, unknown>>(
      "select * from responses where tenant = 'mau' and comment = 'Nhanh.'",
    );
    // `officer` is always empty, `aged` only says whose clock told the day; the rest is there by its own name.
    const { tenant: _, seq: _1, officer: _2, aged: _3, answers, ...stored } = row ?? {};
    expect(file.body).toMatchObject(stored);
    expect(file.body.answers.map(({ question, answer }) => [question, answer])).toEqual(
      Object.entries(JSON.parse(String(answers))),
    );
    expect(file.body.answers[0]).toMatchObject({ question: 'overall', answer: 's4', answerText: 'Hài lòng' });
    expect(file.body).toMatchObject({
      unitName: 'Đơn vị so-a',
      office: 'Tỉnh mau',
      linkedToDossier: false,
      reply: null,
    });
    const page = await server.request('GET', `/cong-khai/mau/phieu?ma=${body.receipt}`);
    expect(page.text).toContain(`href="/v1/receipts/${body.receipt}/export"`);
  });

  test('is not there for a receipt that opens nothing', async () => {
    expect((await server.request('GET', '/v1/receipts/0000000000/export')).status).toBe(404);
  });
});

test('an erased answer is in no file of the database', async () => {
  const comment = 'Câu góp ý chỉ có một lần này';
  const { body } = await post(responseOf(3, { comment }));
  const [stored] = await server.db.all<{ hash: string }>(
    "select receipt_hash as hash from receipts where tenant = 'mau' and id_hash = ?",
    [idHash(idOf(3))],
  );
  const secrets = [comment, stored?.hash ?? 'none'];
  expect(filesWith(server.folder, secrets)).not.toEqual([]);
  const path = `/v1/responses/${idOf(3)}`;
  expect((await server.request('DELETE', path, undefined, { 'x-dvc-receipt': body.receipt })).status).toBe(204);
  expect(filesWith(server.folder, secrets)).toEqual([]);
});

describe('a period whose key is lost', () => {
  /** The server as it starts when KEY_DIR does not hold what it held. */
  function restarted() {
    const keys = openPeriodKeys(join(server.folder, 'other-keys'));
    const intake = createIntake({ db: server.db, keys, now: () => NOW });
    const app = createApp({ ...server.services, keys, intake });
    const send = async (n: number) => {
      const body = JSON.stringify(responseOf(n));
      const headers = { 'content-length': String(Buffer.byteLength(body)) };
      const answer = await app.request('/v1/responses', { method: 'POST', body, headers });
      return { status: answer.status, headers: answer.headers, body: (await answer.json()) as Record<string, string> };
    };
    return { app, keys, send };
  }

  test('takes nothing and gets no other key, and says what the operator does', async () => {
    await post(responseOf(10));
    const { keys, send } = restarted();
    const before = await counted(server.db);
    // A new one and a repeat, whose receipt nobody can read now.
    for (const n of [11, 10]) {
      const refused = await send(n);
      expect([refused.status, refused.body.code]).toEqual([503, 'key.lost']);
      expect(refused.body.message).toContain('khôi phục thư mục khóa (KEY_DIR)');
      expect(refused.headers.get('retry-after')).toBe('300');
    }
    expect(keys.exists('mau', '2026-q4')).toBe(false);
    expect(await keyLost(server.db, keys, 'mau', '2026-q4')).toBe(true);
    expect(await counted(server.db)).toEqual(before);
  });

  test('goes on where it stopped once the key is back', async () => {
    const first = await post(responseOf(12));
    const { keys, send } = restarted();
    expect((await send(12)).status).toBe(503);
    const path = (dir: string) => join(server.folder, dir, 'mau', '2026-q4.key');
    mkdirSync(dirname(path('other-keys')), { recursive: true });
    copyFileSync(path('keys'), path('other-keys'));
    expect(await keyLost(server.db, keys, 'mau', '2026-q4')).toBe(false);
    expect(await send(12)).toMatchObject({ status: 200, body: first.body });
    expect((await send(13)).status).toBe(201);
  });

  test('is another matter than a period nobody answered in yet: that one gets its key', async () => {
    expect(await keyLost(server.db, server.services.keys, 'kia', '2026-q4')).toBe(false);
    expect(server.services.keys.exists('kia', '2026-q4')).toBe(false);
    expect((await post(responseOf(1, { id: idOf(1, 'kia') }))).status).toBe(201);
    expect(server.services.keys.exists('kia', '2026-q4')).toBe(true);
  });
});
