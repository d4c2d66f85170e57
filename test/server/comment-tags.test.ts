import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { CommentPage } from '#wire/comment.ts';
import type { Problem } from '#wire/problem.ts';
import type { PublicReplies } from '#wire/public-reply.ts';
import { runRetention } from '../../server/store/retention.ts';
import { NOW, responseOf, type TestServer, testServer } from './test-server.ts';

/** Unit so-a: 6 forms with comments, one of them beside money that says what another says too. Unit so-b: 5 with one comment. */
let server: TestServer;
type Role = 'province-admin' | 'reviewer' | 'inspector' | 'unit-admin' | 'viewer';
const as = (role: Role) => server.credentials.mau[role];
async function read(query = '', role: Role = 'province-admin') {
  return (await server.request<CommentPage>('GET', `/v1/comments?period=2026-q4${query}`, undefined, as(role))).body;
}
const named = async (text: string, role: Role = 'province-admin') => {
  const found = (await read('', role)).comments.find((line) => line.text === text);
  return { period: '2026-q4', unit: found?.unit ?? 'so-a', comment: found?.comment ?? '0'.repeat(32) };
};
const tag = async (text: string, tags: string[], role: Role = 'province-admin') =>
  server.request<Problem>('PUT', '/v1/comments/tags', { ...(await named(text, role)), tags }, as(role));
const act = (step: string) => server.request('POST', `/v1/periods/2026-q4/${step}`, {}, as('province-admin'));

beforeAll(async () => {
  server = await testServer();
  server.clock.now = NOW;
  const answer = (n: number, unit: string, comment: string, answers: Record<string, string> = { overall: 's2' }) =>
    server.request('POST', '/v1/responses', responseOf(n, { unit, answers, comment }));
  for (let i = 0; i < 5; i += 1) await answer(i, 'so-a', i < 2 ? `Chờ lâu ${i}` : `Góp ý ${i}`);
  await answer(9, 'so-a', 'Chờ lâu 0', { overall: 's2', qe: 'cost' });
  for (let i = 20; i < 25; i += 1) await answer(i, 'so-b', 'Chờ lâu 0');
  server.clock.now = new Date('2027-01-04T02:00:00Z');
  expect((await act('close')).status).toBe(200);
});
afterAll(() => server.close());

test('until the seal a comment has no name and no label', async () => {
  expect((await read()).comments.map(({ comment }) => comment)).toEqual(Array(10).fill(null));
  const refused = await tag('Chờ lâu 0', ['Thời gian chờ']);
  expect([refused.status, refused.body.code]).toEqual([409, 'period.unsealed']);
  expect((await act('seal')).status).toBe(200);
});

describe('labels', () => {
  test('stand on the comment, are counted and filtered by, and taken off again', async () => {
    expect((await tag('Chờ lâu 1', ['Thời gian chờ', 'Ghế ngồi'])).status).toBe(200);
    expect((await tag('Góp ý 2', ['Thời gian chờ'])).status).toBe(200);
    const all = await read();
    expect(all.comments.find(({ text }) => text === 'Chờ lâu 1')?.tags).toEqual(['Ghế ngồi', 'Thời gian chờ']);
    expect(all.tags).toEqual([
      { tag: 'Thời gian chờ', n: 2 },
      { tag: 'Ghế ngồi', n: 1 },
    ]);
    const some = await read(`&tag=${encodeURIComponent('Thời gian chờ')}`);
    expect(some.comments.map(({ text }) => text)).toEqual(['Chờ lâu 1', 'Góp ý 2']);
    expect((await tag('Chờ lâu 1', [])).status).toBe(200);
    expect((await read()).tags).toEqual([{ tag: 'Thời gian chờ', n: 1 }]);
  });

  test('hide personal data, and are not put on what is not there or of another unit', async () => {
    await tag('Góp ý 3', ['Gọi 0912345678']);
    expect((await read()).comments.find(({ text }) => text === 'Góp ý 3')?.tags).toEqual([
      'Gọi [đã che số điện thoại]',
    ]);
    const none = { period: '2026-q4', unit: 'so-a', comment: 'f'.repeat(32), tags: [] };
    expect((await server.request('PUT', '/v1/comments/tags', none, as('province-admin'))).status).toBe(404);
    const other = { ...none, unit: 'so-b' };
    expect((await server.request('PUT', '/v1/comments/tags', other, as('unit-admin'))).status).toBe(403);
    expect((await tag('Góp ý 4', ['Ai cũng được'], 'viewer')).status).toBe(403);
  });

  test('of the inspector show nobody else that there is such a comment, though another says the same', async () => {
    expect((await tag('Chờ lâu 0', ['Nghi đòi tiền'], 'inspector')).status).toBe(200);
    expect((await read('', 'inspector')).tags).toEqual([{ tag: 'Nghi đòi tiền', n: 1 }]);
    expect(JSON.stringify(await read())).not.toContain('Nghi đòi tiền');
    // Nor does anybody else reach it by its name.
    const grave = { ...(await named('Chờ lâu 0', 'inspector')), tags: ['x y'] };
    expect((await server.request('PUT', '/v1/comments/tags', grave, as('province-admin'))).status).toBe(404);
  });
});

describe('what is said to all', () => {
  const said = 'Nhiều người chờ lâu, có người gọi 0912345678.';
  const done = 'Mở thêm hai quầy <b>đầu tuần</b>.';
  const reply = { period: '2026-q4', unit: null as string | null, tag: 'Thời gian chờ', said, done };
  const put = (more: Partial<typeof reply> = {}, role: Role = 'province-admin') =>
    server.request<Problem>('PUT', '/v1/public-replies', { ...reply, ...more }, as(role));
  const show = (shown: boolean, role: Role = 'province-admin') => {
    const { period, unit, tag: about } = reply;
    return server.request('PUT', '/v1/public-replies/shown', { period, unit, tag: about, shown }, as(role));
  };
  const page = async (query = '') => (await server.request('GET', `/cong-khai/mau/ban-noi${query}`)).text;

  test('is read by nobody outside until the province shows it', async () => {
    expect((await put()).status).toBe(200);
    expect(await page()).toContain('Chưa có mục nào được công khai.');
    expect((await show(true, 'unit-admin')).status).toBe(403);
    expect((await show(true)).status).toBe(200);
    const shown = await page();
    expect(shown).toContain('Nhiều người chờ lâu, có người gọi [đã che số điện thoại].');
    expect(shown).toContain('Mở thêm hai quầy &lt;b&gt;đầu tuần&lt;/b&gt;.');
    expect(shown).not.toMatch(/<script|0912345678/);
    expect(await page('?lang=en')).toContain('What was said and what was done');
  });

  test('written anew it waits to be shown anew; taken back it is gone', async () => {
    expect((await put({ done: 'Mở thêm ba quầy đầu tuần.' })).status).toBe(200);
    expect(await page()).not.toContain('quầy');
    await show(true);
    expect(await page()).toContain('Mở thêm ba quầy');
    await show(false);
    expect(await page()).not.toContain('quầy');
    const log = await server.db.all<{ action: string }>(
      "select action from audit where action like 'public-reply%' order by seq",
    );
    expect(log.map(({ action }) => action.replace('public-reply.', ''))).toEqual([
      ...['put', 'publish', 'put', 'publish', 'withdraw'],
    ]);
  });

  test('a unit speaks for itself alone', async () => {
    expect((await put({}, 'unit-admin')).body.code).toBe('scope.denied');
    expect((await put({ unit: 'so-b' }, 'unit-admin')).status).toBe(403);
    expect((await put({ unit: 'so-a' }, 'unit-admin')).status).toBe(200);
    const list = async (role: Role) =>
      (await server.request<PublicReplies>('GET', '/v1/public-replies?period=2026-q4', undefined, as(role))).body
        .replies;
    expect((await list('unit-admin')).map(({ unit }) => unit)).toEqual(['so-a']);
    expect((await list('viewer')).map(({ unit, shownOn }) => [unit, shownOn])).toEqual([
      [null, null],
      ['so-a', null],
    ]);
  });
});

test('labels go with the comments: what was deleted is not tried out against its name', async () => {
  const run = { actor: 'operator', holder: 'a', now: () => new Date('2029-02-01T00:00:00Z') };
  await runRetention(server.db, 'mau', run);
  expect(await server.db.all('select 1 from comment_tags')).toEqual([]);
});
