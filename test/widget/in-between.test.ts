// @vitest-environment happy-dom
import { IDBFactory } from 'fake-indexeddb';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { openPage } from './page.ts';
import { type Reply, standInServer } from './stand-in-server.ts';

const PAGE = '<!doctype html><title>Đăng nhập mạng</title>';

let server: Awaited<ReturnType<typeof standInServer>>;
beforeEach(async () => {
  globalThis.indexedDB = new IDBFactory();
  server = await standInServer();
});
afterEach(async () => {
  vi.useRealTimers();
  document.body.replaceChildren();
  await server.close();
});

it.each<[string, Reply]>([
  ['a sign-in page of a network, in place of a receipt', { status: 200, body: PAGE }],
  ['a page that refuses, of a proxy', { status: 403, body: PAGE }],
  ['a missing page of another server', { status: 404, body: PAGE }],
])('does not take %s for the word of the server', async (_name, reply) => {
  server.replies.push(reply);
  const page = await openPage({ server: server.url });
  page.choose('overall', 's4');
  page.press('Gửi phiếu');
  await page.shows('Chưa gửi được. Câu trả lời vẫn còn.');
  await page.networkBack();
  await page.shows('Đã nhận phiếu');
  expect(server.stored.size).toBe(1);
});

it('waits as the server asks where it is too busy, even if what stands before it says so', async () => {
  server.replies.push({ status: 503, body: PAGE, retryAfter: '60' });
  const page = await openPage({ server: server.url });
  page.choose('overall', 's4');
  page.press('Gửi phiếu');
  await page.shows('Đang có nhiều người gửi. Câu trả lời vẫn còn và đang tự gửi lại.');
});

it('marks a refusal in English as English', async () => {
  const message = 'This link expired on 01/11/2026.';
  server.invite({ status: 410, body: { code: 'token.expired', message }, lang: 'en' });
  const page = await openPage({ server: server.url, token: 'mau.K7M29QXD4TWZ8R3F', lang: 'en' });
  expect(page.root.querySelector('[role=alert]')?.textContent).toBe(message);
  expect(page.root.querySelector('[role=alert]')?.getAttribute('lang')).toBe('en');
});

it('delivers an answer though the clock is set back by years meanwhile', async () => {
  vi.useFakeTimers({ toFake: ['Date'], now: new Date('2031-01-01') });
  const page = await openPage({ server: server.url });
  server.replies.push({ status: 500, body: PAGE });
  page.choose('overall', 's4');
  page.press('Gửi phiếu');
  await page.shows('Sẽ thử lại sau');
  vi.setSystemTime(new Date('2026-11-22'));
  page.leave();
  const later = await openPage({ server: server.url });
  await later.shows('Đã nhận phiếu');
  for (const { body } of server.received) expect(body.ageSeconds).toBeLessThan(60);
  expect(server.received).toHaveLength(2);
  expect(server.stored.size).toBe(1);
});
