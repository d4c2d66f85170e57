import { type Browser, chromium, type Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type Listening, listen } from '../../server/listen.ts';
import { OPEN_PROVINCE, openProvince } from '../server/public-world.ts';
import { type TestServer, testServer } from '../server/test-server.ts';
import { axeFindings } from './axe.ts';
import { shoot } from './browser.ts';
import { findHeadless } from './find-chromium.ts';
import { expectUsable } from './usable.ts';

let server: TestServer;
let listening: Listening;
let chrome: Browser;
let page: Page;

beforeAll(async () => {
  server = await testServer();
  await openProvince(server.services);
  listening = await listen(server.app, { host: '127.0.0.1', port: 0, baseUrl: null });
  chrome = await chromium.launch({ executablePath: findHeadless(), args: ['--no-sandbox', '--disable-gpu'] });
  page = await (await chrome.newContext({ locale: 'vi-VN' })).newPage();
});
afterAll(async () => {
  await chrome?.close();
  await listening?.close();
  await server?.close();
});

const HOME = `/cong-khai/${OPEN_PROVINCE}`;
const PAGES = [
  ['results', HOME],
  ['results-en', `${HOME}?lang=en`],
  ['unit', `${HOME}/don-vi/so-cong-thuong`],
  ['unit-hidden', `${HOME}/don-vi/so-nho`],
  ['said-and-done', `${HOME}/ban-noi`],
  ['checks', `${HOME}/cach-kiem-tra`],
] as const;

it.each(PAGES)(
  '%s: axe finds nothing in light and dark, every control can be hit, nothing is cut at 320 px or at 200 %',
  async (name, path) => {
    await page.setViewportSize({ width: 320, height: 800 });
    await page.goto(listening.url + path);
    // A chart is judged with its numbers open too.
    await page.evaluate(() => {
      for (const fold of document.querySelectorAll('details')) fold.open = true;
    });
    // The page in English is the same page: only its words may be longer.
    if (name !== 'results-en') await expectUsable(page, 44);
    await page.emulateMedia({ colorScheme: 'dark' });
    expect((await axeFindings(page, { rules: 'contrast' })).map(({ html }) => `dark ${html}`)).toEqual([]);
    await page.emulateMedia({ colorScheme: 'light' });
    const cut = () => page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
    expect(await cut()).toBe(0);
    await shoot(page, `public-${name}-320`, true);
    // 1280 px at 200 %.
    await page.setViewportSize({ width: 640, height: 800 });
    expect(await cut()).toBe(0);
  },
);

it('no label of a chart runs out of its picture on a small phone', async () => {
  for (const [, path] of PAGES) {
    await page.setViewportSize({ width: 320, height: 800 });
    await page.goto(listening.url + path);
    const out = await page.evaluate(() =>
      [...document.querySelectorAll('svg.drawing')].flatMap((drawing) => {
        const { left, right } = drawing.getBoundingClientRect();
        return [...drawing.querySelectorAll('text')].flatMap((text) => {
          const at = text.getBoundingClientRect();
          // Half a letter of a name in the middle of its mark may stand over the edge.
          return at.left < left - 8 || at.right > right + 8 ? [`${text.textContent} ${at.left}–${at.right}`] : [];
        });
      }),
    );
    expect(out, path).toEqual([]);
  }
});

it('without style and without script it is whole: every figure, every fold, every link', async () => {
  const context = await chrome.newContext({ javaScriptEnabled: false });
  const bare = await context.newPage();
  await bare.route('**/style.css', (route) => route.abort());
  await bare.goto(listening.url + HOME);
  const row = bare.locator('tr', { has: bare.locator('th:has-text("Sở Công Thương")') }).first();
  await expect.poll(() => row.innerText()).toContain('11,5');
  expect(await bare.locator('h1').innerText()).toBe('Kết quả đánh giá việc giải quyết thủ tục hành chính');
  // A fold opens without script; the numbers of a chart stand in it.
  const fold = bare
    .locator('figure', { has: bare.locator('svg[role="img"]') })
    .first()
    .locator('details');
  expect(await fold.locator('table').isVisible()).toBe(false);
  await fold.locator('summary').press('Enter');
  expect(await fold.locator('table').isVisible()).toBe(true);
  // By the keyboard alone to one unit and back.
  await bare.locator('a:has-text("Sở Công Thương")').first().press('Enter');
  await bare.waitForURL(/don-vi\/so-cong-thuong/);
  expect(await bare.locator('h1').innerText()).toBe('Kết quả của Sở Công Thương');
  await bare.locator('a:has-text("Kết quả của mọi đơn vị")').press('Enter');
  await bare.waitForURL((url) => url.pathname === HOME);
  await bare.locator('a[hreflang="en"]').press('Enter');
  await bare.waitForURL(/lang=en/);
  expect(await bare.locator('html').getAttribute('lang')).toBe('en');
  await context.close();
});
