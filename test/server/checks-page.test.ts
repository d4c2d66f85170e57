import { afterAll, beforeAll, expect, it } from 'vitest';
import { CHECKS } from '#rules/checks/index.ts';
import type { SamplesView } from '#wire/sample.ts';
import { fillPeriod } from './filled-period.ts';
import { type TestServer, testServer } from './test-server.ts';

let server: TestServer;
const page = async (query = '') => (await server.request('GET', `/cong-khai/mau/cach-kiem-tra${query}`)).text;
const admin = () => server.credentials.mau['province-admin'];

beforeAll(async () => {
  server = await testServer();
  await fillPeriod(server);
  server.clock.now = new Date('2027-01-06T02:00:00Z');
});
afterAll(() => server.close());

it('names every check there is with each of its honest reasons, from how many cases and with what usual range', async () => {
  const text = await page();
  for (const { name, explanations } of CHECKS) for (const each of [name, ...explanations]) expect(text).toContain(each);
  // `movedDates`: 5 to 12 %, officers and units, from 30.
  expect(text).toContain('Hỏi: cán bộ, đơn vị. Từ 30 trường hợp. Mức thường gặp trong khoảng 5,0\u00a0%–12,0\u00a0%.');
  expect(text).toContain('nhiều nhất 1,0\u00a0% số kỳ');
  expect(text).toContain('không quá 5,0\u00a0%');
  expect(text).toContain('Chưa có kỳ nào được công khai.');
});

it('speaks English with the Vietnamese texts marked', async () => {
  const text = await page('?lang=en');
  expect(text).toContain('<html lang="en"');
  expect(text).toContain('How the figures are checked');
  expect(text).toContain(`<span lang="vi">${CHECKS[0]?.name}</span>`);
});

it('tells of a published period what anybody can check the list by, and no code of it', async () => {
  await server.request('POST', '/v1/periods/2026-q4/close', {}, admin());
  const order = { period: '2026-q4', number: '48213', source: 'Xổ số miền Bắc ngày 05/01/2027' };
  const { sample } = (await server.request<SamplesView>('POST', '/v1/samples', order, admin())).body;
  expect(sample?.size).toBe(5);
  // Nothing before it is published.
  expect(await page()).not.toContain(sample?.seed);
  await server.request('POST', '/v1/periods/2026-q4/seal', {}, admin());
  expect((await server.request('POST', '/v1/periods/2026-q4/publish', {}, admin())).status).toBe(200);
  const text = await page();
  for (const each of ['48213', order.source, '5 trong 6 hồ sơ', sample?.frameHash, sample?.seed, sample?.listHash])
    expect(text).toContain(each);
  expect(text).not.toContain('H99.01-261102-');
});
