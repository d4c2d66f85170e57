import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { CDPSession, Frame, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { fixtureOf } from '../../extension/fixtures/index.ts';
import { unlabelled } from '../../extension/fixtures/packs/pages.ts';
import { type Browser, openBrowser } from '../browser.ts';
import type { Chrome } from './all-stored.ts';

const LIST = fixtureOf('opencps/filtered');
const OTHER = fixtureOf('igate/table');
const DOSSIERS = LIST.rows.length;

const frameOf = (url: string, id: string): string =>
  `<iframe id="${id}" src="${url}" style="width: 1300px; height: 420px; margin: 20px 0 0 30px; border: 4px solid"></iframe>`;
/** A page of a portal: nothing of its own but frames. */
const portal = (...frames: readonly string[]): string =>
  `<!doctype html><html lang="vi"><meta charset="utf-8"><title>Cổng</title><h1>Cổng</h1>${frames.join('')}</html>`;

async function serve(answer: (path: string) => string): Promise<{ server: Server; url: string }> {
  const server = createServer((request, response) => {
    response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' });
    response.end(answer(new URL(request.url ?? '/', 'http://x').pathname));
  });
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  return { server, url: `http://127.0.0.1:${(server.address() as AddressInfo).port}` };
}

let own: Awaited<ReturnType<typeof serve>>;
let foreign: Awaited<ReturnType<typeof serve>>;
let browser: Browser;
let page: Page;
let panel: Page;
let devtools: CDPSession;
/** The extension's world in each frame, by the address of its page. */
const worlds = new Map<number, string>();

const ask = <T>(message: object): Promise<T> =>
  panel.evaluate((message) => (globalThis as never as { chrome: Chrome }).chrome.runtime.sendMessage(message), message);
const inFrame = (path: string): Frame => page.frames().find((each) => each.url().endsWith(path)) as Frame;

/** Codes of the marks drawn, and what the corner says, in each frame the extension works in; by the path of its page. */
async function drawn(): Promise<Record<string, { marks: number; chip: string }>> {
  const expression = `(() => {
    const host = document.querySelector('dvc-overlay');
    const root = host && chrome.dom.openOrClosedShadowRoot(host);
    return JSON.stringify([location.origin === ${JSON.stringify(own.url)} ? location.pathname : location.href,
      { marks: root?.querySelectorAll('.mark').length ?? 0, chip: root?.querySelector('.chip span')?.textContent ?? '' }]);
  })()`;
  const found: [string, { marks: number; chip: string }][] = [];
  for (const contextId of worlds.keys()) {
    const answer = await devtools.send('Runtime.evaluate', { expression, contextId }).catch(() => null);
    if (answer?.result.value) found.push(JSON.parse(answer.result.value));
  }
  return Object.fromEntries(found);
}

beforeAll(async () => {
  foreign = await serve(() => LIST.html());
  own = await serve((path) => {
    if (path === '/cong') return portal(frameOf('/khung', 'mot'), frameOf('/khac', 'hai'), frameOf(foreign.url, 'ba'));
    if (path === '/day') return portal(frameOf('/cu', 'mot'), frameOf(foreign.url, 'ba'));
    return { '/khung': LIST.html(), '/khac': OTHER.html(), '/cu': unlabelled() }[path] ?? '';
  });
  browser = await openBrowser();
  panel = await browser.context.newPage();
  await panel.goto(`${browser.extension}/sidepanel.html`);
  page = await browser.context.newPage();
  await page.setViewportSize({ width: 1440, height: 1500 });
  devtools = await browser.context.newCDPSession(page);
  devtools.on('Runtime.executionContextCreated', ({ context }) => {
    if (context.origin.startsWith('chrome-extension://')) worlds.set(context.id, context.auxData?.frameId ?? '');
  });
  devtools.on('Runtime.executionContextDestroyed', ({ executionContextId }) => worlds.delete(executionContextId));
  devtools.on('Runtime.executionContextsCleared', () => worlds.clear());
  await devtools.send('Runtime.enable');
});
afterAll(async () => {
  await browser?.close();
  for (const { server } of [own, foreign]) {
    server.closeAllConnections();
    server.close();
  }
});

it('lists in frames of the same site are marked, each in a layer of its own; another site is left alone', async () => {
  await page.goto(`${own.url}/cong`);
  const before = await inFrame('/khung').content();
  expect(await ask({ type: 'panel.site', origin: own.url, enabled: true })).toEqual({ ok: true });
  await expect.poll(async () => (await drawn())['/khung']?.chip).toMatch(/^Đọc được/);
  await expect.poll(async () => (await drawn())['/khac']?.chip).toMatch(/^Đọc được/);
  const { '/cong': top, '/khung': first, '/khac': second, ...others } = await drawn();
  expect([top?.marks, first?.marks, second?.marks].map((n) => (n ?? 0) > 0)).toEqual([false, true, true]);
  expect(Object.values(others).filter(({ marks, chip }) => marks > 0 || chip)).toEqual([]);
  const copy = await inFrame('/khung').evaluate(() => document.querySelectorAll('dvc-overlay').length);
  expect(copy).toBe(1);
  expect((await inFrame('/khung').content()).replace(/<dvc-overlay.*?<\/dvc-overlay>/s, '')).toBe(before);
});

it('one frame takes nothing away from another: both are counted together, and apart again once one has gone', async () => {
  const count = async () => (await ask<{ count: { total: number } | null }>({ type: 'panel.state' })).count?.total;
  await expect.poll(count).toBe(2 * DOSSIERS);
  await page.evaluate(() => document.querySelector('#hai')?.remove());
  await inFrame('/khung').evaluate(() => document.querySelector('tbody tr')?.remove());
  await expect.poll(count).toBe(DOSSIERS - 1);
});

it('one key hides the marks in every frame, wherever on the page the keyboard is', async () => {
  await page.bringToFront();
  await page.locator('h1').click();
  await page.keyboard.press('Alt+m');
  await expect.poll(async () => (await drawn())['/khung']?.marks).toBe(0);
  await page.keyboard.press('Alt+m');
  await expect.poll(async () => (await drawn())['/khung']?.marks).toBeGreaterThan(0);
});

it('a page of another site that frames ours is not drawn on', async () => {
  // By its other name the same machine is another site.
  await page.goto('about:blank');
  await page.goto(`${foreign.url.replace('127.0.0.1', 'localhost')}`);
  await page.setContent(portal(frameOf(`${own.url}/khung`, 'mot')));
  await inFrame('/khung').locator('tbody tr').first().waitFor();
  await page.waitForTimeout(300);
  expect(await inFrame('/khung').locator('dvc-overlay').count()).toBe(0);
});

it('a list in a frame is taught by pointing, and a frame of another site says why not', async () => {
  await page.goto(`${own.url}/day`);
  await ask({ type: 'panel.select', code: null, view: 'teach' });
  await panel.goto(`${browser.extension}/sidepanel.html`);
  await panel.getByText(`Đang dạy trang ${own.url}`).waitFor();
  await panel.getByText('Danh sách 1').waitFor();
  await panel.getByRole('button', { name: 'Chỉ trên trang' }).click();
  await page.bringToFront();
  const press = async (selector: string, frame?: Frame) => {
    const box = await (frame ?? page).locator(selector).first().boundingBox();
    if (!box) throw new Error(`nothing at ${selector}`);
    await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2);
    await page.mouse.click(box.x + box.width / 2, box.y + box.height / 2);
    return box;
  };
  await press('#ba');
  await expect.poll(() => page.locator('dvc-teach p').textContent()).toContain('Khung này thuộc địa chỉ khác');
  const head = await press('th:nth-child(2)', inFrame('/cu'));
  const drawnAround = await page.locator('dvc-teach .box').first().boundingBox();
  expect(Math.abs((drawnAround?.x ?? 0) - head.x)).toBeLessThan(4);
  expect(Math.abs((drawnAround?.y ?? 0) - head.y)).toBeLessThan(4);
  await panel.bringToFront();
  await panel.getByText('Cột đang chọn: Hồ sơ').waitFor();
  await panel.getByLabel('Phần nào trong ô').selectOption({ label: 'Dòng 1 trong 3 dòng' });
  await panel.getByRole('button', { name: 'Thêm cột này' }).click();
  await panel.getByText(/Đọc được 0\/\d+ dòng; \d+ dòng thiếu ngày hẹn trả/).waitFor();
  expect(browser.faults).toEqual([]);
});
