import { readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { axeFindings } from './axe.ts';
import { type Browser, openBrowser, shoot } from './browser.ts';
import { expectReadable } from './panel-steps.ts';
import { expectUsable, focused } from './usable.ts';

/** What the pages of the extension call it. */
declare const chrome: typeof import('wxt/browser').browser;

const SITE = 'http://127.0.0.1:9';
const OTHER = 'https://motcua.example.vn';

let browser: Browser;
let page: Page;
/** Chromium's own page of extensions: it takes and gives site access as its owner does. */
let owner: Page;

beforeAll(async () => {
  browser = await openBrowser();
  page = await browser.context.newPage();
});
afterAll(() => browser?.close());

const open = (name: string): Promise<unknown> => page.goto(`${browser.extension}/${name}.html`);
const badge = (): Promise<string> => page.evaluate(() => chrome.action.getBadgeText({}));
const inBothThemes = async (): Promise<void> => {
  await page.emulateMedia({ colorScheme: 'dark' });
  expect(await axeFindings(page)).toEqual([]);
  await page.emulateMedia({ colorScheme: 'light' });
  await expectUsable(page, 24);
};
const choose = (label: string, value: string): Promise<unknown> =>
  page.getByLabel(label, { exact: true }).selectOption(value);

it('the first run is done by keyboard, on a light and on a dark screen', async () => {
  await open('sidepanel');
  await page.getByRole('heading', { name: /Bước 1\/4/ }).waitFor();
  await inBothThemes();
  await page.keyboard.press('Tab');
  await expect.poll(() => focused(page)).toBe('Tiếp tục');
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { name: /Bước 2\/4/ }).waitFor();
  await expect.poll(() => focused(page)).toMatch(/Bước 2\/4/);
  const reached: string[] = [];
  for (let i = 0; i < 5; i += 1) {
    await page.keyboard.press('Tab');
    reached.push(await focused(page));
  }
  expect(reached).toEqual([
    'Địa chỉ máy chủ',
    'Mã đăng ký do quản trị đơn vị cấp',
    'Tên máy này',
    'Đăng ký máy này',
    'Bỏ qua',
  ]);
  await inBothThemes();
});

it('the options are usable, and speak English and turn dark as the officer chooses', async () => {
  await open('options');
  await page.getByRole('heading', { name: 'Thiết lập Đánh giá DVC' }).waitFor();
  await inBothThemes();
  await choose('Ngôn ngữ', 'en');
  await page.getByRole('heading', { name: 'Đánh giá DVC options' }).waitFor();
  expect(await page.locator('html').getAttribute('lang')).toBe('en');
  expect(await page.title()).toBe('Đánh giá DVC options');
  // What is left in Vietnamese is a name or a letter key.
  const text = (await page.locator('main').innerText()).replaceAll('Đánh giá DVC', '').replace('Tiếng Việt', '');
  expect(text).not.toMatch(/[ạảãâầấậẩẫăằắặẳẵđẹẻẽêềếệểễịỉĩọỏõôồốộổỗơờớợởỡụủũưừứựửữỳỵỷỹ]/i);
  await expectReadable(page, [['dark', 320]]);
  await choose('Look', 'dark');
  const ground = (): Promise<string> => page.evaluate(() => getComputedStyle(document.body).backgroundColor);
  await expect.poll(ground).toBe('rgb(16, 23, 30)');
  await choose('Look', 'system');
  await expect.poll(ground).toBe('rgb(255, 255, 255)');
  await open('sidepanel');
  await page.getByRole('heading', { name: /Step 1\/4/ }).waitFor();
  await open('options');
  await choose('Language', 'vi');
  await page.getByRole('heading', { name: 'Thiết lập Đánh giá DVC' }).waitFor();
});

it('a feature is switched off by keyboard and stays off', async () => {
  const tick = page.getByRole('checkbox', { name: /^Dấu hạn/ });
  await tick.focus();
  await page.keyboard.press('Space');
  await expect.poll(() => tick.isChecked()).toBe(false);
  await page.reload();
  await expect.poll(() => tick.isChecked()).toBe(false);
  await tick.press('Space');
  await expect.poll(() => tick.isChecked()).toBe(true);
});

it('the set-up goes out as a file and comes back; a faulty file changes nothing and is named by field', async () => {
  await page.getByLabel('Ẩn, hiện dấu trên trang một cửa').selectOption('K');
  await page.getByLabel('Giờ nhắc').fill('08:10');
  await expect.poll(() => page.getByLabel('Giờ nhắc').inputValue()).toBe('08:10');
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'Xuất cấu hình' }).click(),
  ]);
  const exported = JSON.parse(readFileSync(await download.path(), 'utf8'));
  expect(exported).toMatchObject({
    format: 'danhgia-dvc/1',
    keys: { hide: 'K', open: 'J' },
    reminders: { at: '08:10' },
  });
  const file = join(tmpdir(), `dvc-cau-hinh-${process.pid}.json`);
  const take = async (content: object): Promise<void> => {
    writeFileSync(file, JSON.stringify(content));
    await page.getByLabel('Nhập cấu hình từ tệp').setInputFiles(file);
  };
  await take({ ...exported, look: 'pink', sites: ['ftp://x'] });
  const faults = page.getByRole('listitem').filter({ hasText: /Phải là/ });
  await expect
    .poll(() => faults.allInnerTexts())
    .toEqual([expect.stringMatching(/^look: /), expect.stringMatching(/^sites\[0\]: /)]);
  await take({ ...exported, keys: { hide: 'M' }, sites: [SITE, OTHER] });
  await page.getByText(/Đã nhập cấu hình/).waitFor();
  await expect.poll(() => page.getByLabel('Ẩn, hiện dấu trên trang một cửa').inputValue()).toBe('M');
});

it('a site that may not be read shows "!" and is mended in one press that asks for that site alone', async () => {
  await expect.poll(badge).toBe('!');
  const lost = page.locator('.note').filter({ hasText: OTHER });
  await lost.getByText(/chưa cho hoặc đã tắt quyền với/).waitFor();
  await inBothThemes();
  await shoot(page, 'mo-rong-thiet-lap', true);
  await page.getByRole('button', { name: `Tắt ${OTHER}` }).click();
  await expect.poll(badge).toBe('');
  // The owner of the browser takes the site away; the press asks for it, and «Allow» is pressed.
  owner = await browser.context.newPage();
  await owner.goto('chrome://extensions');
  const id = browser.extension.split('/')[2];
  const access = (hostAccess: string): Promise<unknown> =>
    owner.evaluate(
      ([extensionId, hostAccess]) =>
        (
          chrome as unknown as { developerPrivate: { updateExtensionConfiguration(update: object): Promise<void> } }
        ).developerPrivate.updateExtensionConfiguration({ extensionId, hostAccess }),
      [id, hostAccess],
    );
  await access('ON_CLICK');
  await page.bringToFront();
  await expect.poll(badge).toBe('!');
  const asked: unknown[] = [];
  await page.exposeFunction('allow', async (origins: unknown) => {
    asked.push(origins);
    await access('ON_ALL_SITES');
  });
  await page.evaluate(() => {
    chrome.permissions.request = (async ({ origins }: { origins: string[] }) => {
      await (window as unknown as { allow(origins: string[]): Promise<void> }).allow(origins);
      return true;
    }) as typeof chrome.permissions.request;
  });
  await page.getByRole('button', { name: `Bật lại ${SITE}` }).click();
  await expect.poll(badge).toBe('');
  expect(asked).toEqual([['http://127.0.0.1/*']]);
});

it('alarms that were lost are made again when the worker starts', async () => {
  await page.evaluate(() => chrome.alarms.clearAll());
  const session = await browser.context.newCDPSession(page);
  await session.send('ServiceWorker.enable');
  await session.send('ServiceWorker.stopAllWorkers');
  await page.reload();
  await expect
    .poll(() => page.evaluate(async () => (await chrome.alarms.getAll()).map(({ name }) => name)))
    .toContain('tick');
});

it('shows everything that is stored, and a diagnosis, before anything is copied', async () => {
  await page.getByRole('button', { name: 'Xem', exact: true }).click();
  const stored = await page.getByLabel(/Toàn bộ dữ liệu trên máy này/).textContent();
  expect(JSON.parse(stored ?? '')).toMatchObject({ dossiers: [], settings: { sites: [SITE] } });
  await page.getByRole('button', { name: 'Xem chẩn đoán' }).click();
  expect(await page.getByLabel('Nội dung chẩn đoán').textContent()).toContain(`Trang: ${SITE} được đọc`);
  expect(await axeFindings(page)).toEqual([]);
});

it('the small window counts, enables and leads on', async () => {
  await open('popup');
  await page.getByText('Hôm nay chưa đọc danh sách nào.').waitFor();
  await page.setViewportSize({ width: 360, height: 500 });
  expect(await axeFindings(page)).toEqual([]);
  await page.keyboard.press('Tab');
  await expect.poll(() => focused(page)).toBe('Ẩn dấu trên trang');
});

it('no page wrote an error on the way', () => expect(browser.faults).toEqual([]));
