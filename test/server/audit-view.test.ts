import { afterAll, beforeAll, expect, it } from 'vitest';
import type { AuditPage, AuditVerdict } from '#wire/audit.ts';
import { type TestServer, testServer } from './test-server.ts';

let server: TestServer;
beforeAll(async () => {
  server = await testServer();
});
afterAll(() => server.close());

const admin = () => server.credentials.mau['province-admin'];
const page = async (query = '', as = admin()) =>
  (await server.request<AuditPage>('GET', `/v1/audit${query}`, undefined, as)).body;
const verify = async (body: object = {}) =>
  (await server.request<AuditVerdict>('POST', '/v1/audit/verify', body, admin())).body;
const survey = () => server.request('PUT', '/v1/tenant/survey', { survey: 'danhgia-2026' }, admin());

it('shows who did what, newest first, and each look is an entry itself', async () => {
  await survey();
  const [first, second] = [await page(), await page()];
  expect(first.entries[0]).toMatchObject({
    actor: 'user:province-admin',
    action: 'survey.choose',
    subject: 'danhgia-2026',
  });
  expect(second.entries.map(({ action }) => action).slice(0, 2)).toEqual(['audit.read', 'survey.choose']);
  expect(second.entries[0]?.actor).toBe('user:province-admin');
});

it('is filtered by person and by action or its first part, page by page', async () => {
  for (let i = 0; i < 51; i += 1) await survey();
  const first = await page('?action=survey');
  expect([first.entries.length, new Set(first.entries.map(({ action }) => action)).size]).toEqual([50, 1]);
  const rest = await page(`?action=survey.choose&before=${first.next}`);
  expect([rest.entries.length, rest.next]).toEqual([2, null]);
  expect((await page('?actor=nobody')).entries).toEqual([]);
  // `surveyX` would begin with the same letters and is another thing.
  expect((await page('?action=surv')).entries).toEqual([]);
});

it('another province reads its own log alone', async () => {
  const own = await page('', server.credentials.kia['province-admin']);
  expect(own.entries.every(({ action }) => action !== 'survey.choose')).toBe(true);
});

it('walks the chain: whole, with the hash of a report in it, and without one that never was', async () => {
  const [{ hash } = { hash: '' }] = (await page('?action=survey')).entries;
  expect(await verify({ head: hash.slice(0, 12) })).toMatchObject({ brokenAt: null, headFound: true });
  expect(await verify({ head: 'abcdef012345' })).toMatchObject({ brokenAt: null, headFound: false });
  expect((await server.request('POST', '/v1/audit/verify', { head: 'ngắn' }, admin())).status).toBe(422);
});

it('names the first entry somebody changed in the database', async () => {
  await server.db.run(`update audit set actor = 'ai đó' where tenant = 'mau' and seq = 3`);
  const verdict = await verify();
  expect(verdict.brokenAt).toBe(3);
  expect(verdict.entries).toBeGreaterThan(50);
  expect((await page('?action=audit.verify')).entries[0]?.detail).toContain('"brokenAt":3');
});
