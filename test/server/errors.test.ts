import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Problem } from '#wire/problem.ts';
import { counted } from './counts.ts';
import { idOf, responseOf, type TestServer, testServer } from './test-server.ts';

let server: TestServer;

beforeAll(async () => {
  server = await testServer();
  await server.db.run(
    `insert into units (tenant, unit, name, parent, level, from_day, to_day)
     values ('kia', 'chi-kia', 'Đơn vị chỉ kia có', null, 'commune', '2026-01-01', null),
            ('mau', 'da-giai-the', 'Đơn vị đã giải thể', null, 'commune', '2026-01-01', '2026-07-01')`,
  );
});
afterAll(() => server.close());

describe('each fault of a response is its own error and names the field', () => {
  const cases: [name: string, body: unknown, status: number, code: string, path: string][] = [
    [
      'an option the question does not have',
      responseOf(1, { answers: { overall: 's4', q3: 'x' } }),
      422,
      'answer.unknown',
      'answers.q3',
    ],
    [
      'a question the survey does not have',
      responseOf(1, { answers: { overall: 's4', q99: 'x' } }),
      422,
      'question.unknown',
      'answers.q99',
    ],
    [
      'the one needed answer missing',
      responseOf(1, { answers: { q1: 'on' } }),
      422,
      'answer.required',
      'answers.overall',
    ],
    ['a version that does not exist', responseOf(1, { version: 9 }), 410, 'survey.gone', 'version'],
    ['a survey that does not exist', responseOf(1, { survey: 'khong-co' }), 422, 'survey.unknown', 'survey'],
    [
      'a stage the survey does not ask at',
      responseOf(1, { survey: 'binh-thuan-2019', stage: 'submitted', answers: {} }),
      422,
      'stage.unknown',
      'stage',
    ],
    ['a unit nobody knows', responseOf(1, { unit: 'khong-co' }), 422, 'unit.unknown', 'unit'],
    ['a unit that was dissolved', responseOf(1, { unit: 'da-giai-the' }), 422, 'unit.unknown', 'unit'],
    ['a unit only another tenant has', responseOf(1, { unit: 'chi-kia' }), 422, 'unit.unknown', 'unit'],
    ['an id of a tenant not served here', responseOf(1, { id: idOf(1, 'xa') }), 422, 'tenant.mismatch', 'id'],
    ['a token of another tenant', responseOf(1, { token: 'kia.K7M29QXD4TWZ8R3F' }), 422, 'tenant.mismatch', 'token'],
    ['a token nobody issued', responseOf(1, { token: 'mau.K7M29QXD4TWZ8R3F' }), 422, 'token.bad', 'token'],
    ['a channel of tablets alone', responseOf(1, { channel: 'kiosk' }), 422, 'channel.denied', 'channel'],
    ['a channel of paper alone', responseOf(1, { channel: 'paper' }), 422, 'channel.denied', 'channel'],
    ['an id of the wrong shape', { ...responseOf(1), id: 'mau.1' }, 422, 'body.invalid', 'id'],
    ['a field that does not exist', { ...responseOf(1), name: 'Nguyễn Văn A' }, 422, 'body.invalid', 'name'],
    ['a comment over 1.000 characters', responseOf(1, { comment: 'a'.repeat(1001) }), 422, 'body.invalid', 'comment'],
  ];

  for (const [name, body, status, code, path] of cases)
    test(name, async () => {
      const answer = await server.request<Problem>('POST', '/v1/responses', body);
      expect([answer.status, answer.body.code, answer.body.issues?.[0]?.path]).toEqual([status, code, path]);
      expect(answer.body.message).toMatch(/\.$/);
      expect((await counted(server.db)).rows).toBe(0);
    });

  test('a key of another tenant', async () => {
    const answer = await server.request<Problem>('POST', '/v1/responses', responseOf(1), server.credentials.kia.portal);
    expect([answer.status, answer.body.code, answer.body.issues?.[0]?.path]).toEqual([422, 'tenant.mismatch', 'id']);
  });
});

describe('each fault of a body is its own error', () => {
  test('2 MB', async () => {
    const { status, body } = await server.request<Problem>('POST', '/v1/responses', ' '.repeat(2 * 1024 * 1024));
    expect([status, body.code, body.issues?.[0]?.path]).toEqual([413, 'body.large', '(nội dung)']);
  });

  test('no JSON', async () => {
    const { status, body } = await server.request<Problem>('POST', '/v1/responses', '{"id":');
    expect([status, body.code, body.issues?.[0]?.path]).toEqual([400, 'body.bad', '(nội dung)']);
  });

  for (const [name, sent, status, code] of [
    ['a batch of 501', Array(501).fill({}), 413, 'batch.large'],
    ['one object where a list belongs', {}, 422, 'body.invalid'],
  ] as const)
    test(name, async () => {
      const answer = await server.request<Problem>('POST', '/v1/dossiers', sent, server.credentials.mau.device);
      expect([answer.status, answer.body.code, answer.body.issues?.[0]?.path]).toEqual([status, code, '(nội dung)']);
    });

  test('no length', async () => {
    const { status } = await server.app.request('/v1/responses', { method: 'POST', body: '{}' });
    expect(status).toBe(411);
  });
});

describe('the period decides', () => {
  test('a day no period contains: 422 period.none', async () => {
    server.clock.now = new Date('2027-06-01T02:00:00Z');
    const { status, body } = await server.request<Problem>('POST', '/v1/responses', responseOf(50));
    expect([status, body.code]).toEqual([422, 'period.none']);
  });

  test('a day of a closed period: 410 period.late with the day it closed, and edits are over', async () => {
    server.clock.now = new Date('2026-11-10T02:00:00Z');
    const { body: held } = await server.request<{ receipt: string }>('POST', '/v1/responses', responseOf(51));
    await server.db.run(
      "update periods set state = 'closed', closed_at = '2026-11-12T17:30:00.000Z' where tenant = 'mau'",
    );
    const { status, body } = await server.request<Problem>('POST', '/v1/responses', responseOf(52));
    expect([status, body.code]).toEqual([410, 'period.late']);
    // 17:30 UTC is 00:30 of the next day in Viet Nam.
    expect(body.message).toContain('hết ngày 13/11/2026');
    const put = await server.request<Problem>(
      'PUT',
      `/v1/responses/${idOf(51)}`,
      responseOf(51, { answers: { overall: 's1' } }),
      { 'x-dvc-receipt': held.receipt },
    );
    expect([put.status, put.body.code]).toEqual([410, 'receipt.late']);
  });
});
