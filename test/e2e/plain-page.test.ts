import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type Browser, chromium, type Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Invitation } from '#wire/invitation.ts';
import { type Listening, listen } from '../../server/listen.ts';
import { type TestServer, testServer } from '../server/test-server.ts';
import { axeFindings } from './axe.ts';
import { findHeadless } from './find-chromium.ts';
import { expectUsable } from './usable.ts';

let server: TestServer;
let listening: Listening;
let chrome: Browser;
let page: Page;
const asked: string[] = [];
const TITLE = 'Đánh giá việc giải quyết hồ sơ';

beforeAll(async () => {
  server = await testServer();
  listening = await listen(server.app, { host: '127.0.0.1', port: 0, baseUrl: null });
  chrome = await chromium.launch({ executablePath: findHeadless(), args: ['--no-sandbox', '--disable-gpu'] });
  // The page's own policy lets no script run; what looks at it does.
  page = await (await chrome.newContext({ locale: 'vi-VN' })).newPage();
  page.on('request', (request) => asked.push(request.url()));
});
afterAll(async () => {
  await chrome?.close();
  await listening?.close();
  await server?.close();
});

async function link(n: number, stage = 'returned'): Promise<string> {
  const body = { dossier: `H99.01-261110-${n}`, unit: 'so-a', stage };
  const { portal } = server.credentials.mau;
  const { token } = (await server.request<Invitation>('POST', '/v1/invitations', body, portal)).body;
  return `${listening.url}/k/${token}`;
}

/** Whole at 320 px, at 200 % zoom and with letters of twice the size; `thoroughly` with what axe finds, in the dark as well. */
async function expectReadable(state: string, thoroughly = false): Promise<void> {
  if (thoroughly) {
    await expectUsable(page, 44);
    await page.emulateMedia({ colorScheme: 'dark' });
    expect((await axeFindings(page, { rules: 'contrast' })).map(({ target }) => `${state} ${target}`)).toEqual([]);
    await page.emulateMedia({ colorScheme: 'light' });
  }
  // 1280 × 800 at 200 % is 640 × 400 to the page.
  for (const [width, letters] of [
    [320, '100%'],
    [640, '100%'],
    [640, '200%'],
  ] as const) {
    await page.setViewportSize({ width, height: 400 });
    const cut = await page.evaluate((size) => {
      const { documentElement: root } = document;
      root.style.fontSize = size;
      const beyond = root.scrollWidth - root.clientWidth;
      root.style.fontSize = '';
      return beyond;
    }, letters);
    expect(cut, `${state} ${width} ${letters}`).toBe(0);
  }
  await page.setViewportSize({ width: 390, height: 844 });
}

const choose = (question: string, option: string) =>
  page.locator(`input[name="${question}"][value="${option}"]`).check();
const send = () => page.locator('#send').click();

it('is filled in without script: fault, review, receipt, change and deletion, each state readable by everybody', async () => {
  const address = await link(1);
  await page.goto(address);
  await expectReadable('empty', true);
  await choose('q1', 'after');
  await send();
  await page.getByText('Có 1 chỗ cần xem lại').waitFor();
  await expectReadable('fault', true);
  await page.getByRole('link', { name: 'Ông/Bà chọn một ý ở câu 1.' }).click();
  expect(new URL(page.url()).hash).toBe('#overall');
  await choose('overall', 's2');
  await choose('reply', 'yes');
  await page.locator('#comment').fill('Gọi tôi 0912345678');
  await send();
  await page.getByText('Đã che 1 chỗ giống thông tin cá nhân.').waitFor();
  await expectReadable('review');
  await send();
  await page.getByText('Đã nhận phiếu. Cảm ơn Ông/Bà.').waitFor();
  await expectReadable('receipt', true);
  const receipt = /Mã phiếu: ([0-9A-Z-]{12})/.exec(await page.locator('main').innerText())?.[1] ?? '';
  await page.goto(address);
  await page.getByText('Hồ sơ này đã được đánh giá ngày 10/11/2026.').waitFor();
  await expectReadable('used', true);
  await page.getByLabel('Mã phiếu').fill(receipt.toLowerCase());
  await page.getByRole('button', { name: 'Mở phiếu' }).click();
  expect(await page.locator('input[name="overall"][value="s2"]').isChecked()).toBe(true);
  await expectReadable('reopened');
  await page.getByRole('button', { name: 'Xóa câu trả lời' }).click();
  await page.getByText('Xóa hẳn câu trả lời này?').waitFor();
  await expectReadable('erase');
});

it('is the same in English, right after filing and without a link', async () => {
  for (const address of [
    await link(2, 'submitted'),
    `${listening.url}/k/mau/so-a`,
    `${listening.url}/k/mau/khong-co`,
  ]) {
    await page.goto(`${address}?lang=en`);
    expect(await page.locator('html').getAttribute('lang')).toBe('en');
    await expectReadable(address, !address.endsWith('so-a'));
  }
});

it('asked for nothing but itself and its style', () => {
  const others = asked.filter((address) => !/^data:|\/k\/|\/style\.css$/.test(address));
  expect(others).toEqual([]);
  expect(asked.every((address) => address.startsWith(listening.url) || address.startsWith('data:'))).toBe(true);
});

it('shows in a frame of a site on the list alone', async () => {
  const admin = server.credentials.mau['province-admin'];
  const body = `<!doctype html><iframe src="${listening.url}/k/mau/so-a"></iframe>`;
  const portal = createServer((_, answer) => answer.setHeader('content-type', 'text/html').end(body));
  await new Promise<void>((resolve) => portal.listen(0, '127.0.0.1', resolve));
  const { port } = portal.address() as AddressInfo;
  const framed = async (host: string) => {
    await page.goto(`http://${host}:${port}/`);
    // The page has loaded when its frame has, with what was asked for or with the browser's own refusal.
    return (await page.frameLocator('iframe').locator('h1', { hasText: TITLE }).count()) === 1;
  };
  try {
    expect(await framed('127.0.0.1')).toBe(false);
    await server.request('PUT', '/v1/portal-origins', { origins: [`http://127.0.0.1:${port}`] }, admin);
    expect(await framed('127.0.0.1')).toBe(true);
    expect(await framed('localhost')).toBe(false);
  } finally {
    portal.close();
  }
});
