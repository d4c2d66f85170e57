import { afterAll, beforeAll, expect, test } from 'vitest';
import type { CommentPage } from '#wire/comment.ts';
import type { Problem } from '#wire/problem.ts';
import { NOW, responseOf, type TestServer, testServer } from './test-server.ts';

/**
 * Unit so-a: 60 forms of November, each with a comment, two of them beside harassment or money. Unit so-b: 5 forms of November
 * and 1 of December. Unit xa-1: 4 forms, fewer than 5.
 */
let server: TestServer;
let n = 0;
async function answer(unit: string, comment: string | null, answers: Record<string, string> = { overall: 's2' }) {
  n += 1;
  const body = responseOf(n, { unit, answers, ...(comment === null ? {} : { comment }) });
  expect((await server.request('POST', '/v1/responses', body)).status).toBe(201);
}
type Role = 'province-admin' | 'reviewer' | 'inspector' | 'unit-admin' | 'viewer';
const read = (query: string, role: Role = 'province-admin') =>
  server.request<CommentPage & Problem>('GET', `/v1/comments${query}`, undefined, server.credentials.mau[role]);

beforeAll(async () => {
  server = await testServer();
  server.clock.now = NOW;
  for (let i = 0; i < 58; i += 1) await answer('so-a', `Góp ý a ${i}`);
  await answer('so-a', 'Bị đòi tiền', { overall: 's2', qe: 'cost' });
  await answer('so-a', 'Bị gây khó', { overall: 's1', q7: 't0' });
  for (let i = 0; i < 5; i += 1) await answer('so-b', i === 0 ? 'Góp ý b tháng 11' : null);
  for (let i = 0; i < 4; i += 1) await answer('xa-1', 'Góp ý của xã');
  server.clock.now = new Date('2026-12-10T02:00:00Z');
  await answer('so-b', 'Góp ý b tháng 12');
  server.clock.now = new Date('2027-01-04T02:00:00Z');
});
afterAll(() => server.close());

test('nobody reads a comment while the period is open', async () => {
  expect((await read('?period=2026-q4')).body.code).toBe('period.open');
  expect((await read('?period=2030-q1')).body.code).toBe('period.unknown');
});

test('from the close on: by unit and month, where 5 forms came in, without those beside harassment and money', async () => {
  const admin = server.credentials.mau['province-admin'];
  expect((await server.request('POST', '/v1/periods/2026-q4/close', {}, admin)).status).toBe(200);
  const first = (await read('?period=2026-q4')).body;
  const second = (await read(`?period=2026-q4&after=${first.next}`)).body;
  expect([first.comments.length, second.next]).toEqual([50, null]);
  const all = [...first.comments, ...second.comments];
  // 58 of so-a, 2 of so-b.
  expect(new Set(all.map((it) => it.text)).size).toBe(60);
  expect(all.filter((it) => it.unit === 'so-a').every((it) => it.month === '2026-11')).toBe(true);
  // One form of December: naming November for the others would name it.
  expect(all.filter((it) => it.unit === 'so-b').map((it) => it.month)).toEqual([null, null]);
  expect(JSON.stringify(all)).not.toMatch(/Góp ý của xã|Bị đòi tiền|Bị gây khó/);
  expect(first.fewUnits).toBe(1);
});

test('no place among all answers goes out, nor an order that follows from it', async () => {
  const pages = [(await read('?period=2026-q4')).body, (await read('?period=2026-q4&after=50')).body];
  expect(pages[0]?.next).toBe('50');
  const texts = pages.flatMap(({ comments }) => comments.filter(({ unit }) => unit === 'so-a').map(({ text }) => text));
  expect(texts).toHaveLength(58);
  expect(texts).toEqual([...texts].sort());
});

test('those beside harassment and money are for the inspector, who reads no others', async () => {
  const { comments } = (await read('?period=2026-q4', 'inspector')).body;
  expect(comments.map((it) => it.text).sort()).toEqual(['Bị gây khó', 'Bị đòi tiền']);
  for (const role of ['unit-admin', 'viewer', 'reviewer'] as const)
    expect(JSON.stringify((await read('?period=2026-q4', role)).body)).not.toMatch(/Bị/);
});

test('a unit admin reads those of the own unit alone', async () => {
  const { comments } = (await read('?period=2026-q4', 'unit-admin')).body;
  expect(new Set(comments.map((it) => it.unit))).toEqual(new Set(['so-a']));
  expect((await read('?period=2026-q4&unit=so-b', 'unit-admin')).body.code).toBe('scope.denied');
});

test('each reading is in the log, without a word of what was read', async () => {
  const entries = await server.db.all<{ actor: string; subject: string; detail: string }>(
    "select actor, subject, detail from audit where tenant = 'mau' and action = 'comments.read' order by seq",
  );
  expect(entries[0]).toEqual({ actor: 'user:province-admin', subject: '2026-q4/*', detail: '{"shown":50}' });
  expect(entries.map((entry) => entry.actor)).toContain('user:inspector');
  expect(JSON.stringify(entries)).not.toContain('Góp ý');
});
