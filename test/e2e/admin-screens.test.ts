import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { axeFindings } from './axe.ts';
import { openPages, type Pages, shoot } from './browser.ts';
import { type RunningDemo, startDemo } from './start-demo.ts';
import { signIn } from './steps.ts';

let demo: RunningDemo;
let browser: Pages;
let admin: Page;

beforeAll(async () => {
  [demo, browser] = await Promise.all([startDemo(), openPages()]);
  admin = await browser.context.newPage();
  await admin.goto(`${demo.url}/admin/`);
  await signIn(admin);
});
afterAll(async () => {
  await browser?.close();
  await demo?.stop();
});

/** What the demo holds of each kind, where its screen shows it, and the unit to choose first where one is asked for. */
it.each([
  ['nhap', 'quan-tri-nhap', null, /Các lần nhập gần đây/],
  ['viec-theo-luat', 'quan-tri-viec-theo-luat', 'so-nn-mt', /Xin lỗi và hẹn lại/],
  ['phan-anh', 'quan-tri-phan-anh', null, /PAKN-MAU-0004/],
  ['tham-dinh', 'quan-tri-tham-dinh', 'so-nn-mt', /Các lần thẩm định \(1\)/],
  ['gop-y', 'quan-tri-gop-y', null, /Đọc và trả lời/],
  ['chat-luong?ky=ky-truoc', 'quan-tri-chat-luong-phieu', null, /Phiếu chính thức trên hồ sơ/],
  ['bao-cao-truoc', 'quan-tri-bao-cao-truoc', null, /nhiều hơn 6 đơn vị/],
  ['phieu-giay', 'quan-tri-phieu-giay', null, /hài lòng đến mức nào/],
])('#/%s shows what there is, readable by everybody', async (path, picture, unit, shown) => {
  await admin.goto(`${demo.url}/admin/#/${path}`);
  if (unit) await admin.getByLabel('Đơn vị', { exact: true }).selectOption(unit);
  await admin.getByText(shown).first().waitFor();
  await shoot(admin, picture);
  // Every screen as it comes is looked at in the walk over all screens; here what comes of a choice.
  for (const colorScheme of unit ? (['light', 'dark'] as const) : []) {
    await admin.emulateMedia({ colorScheme });
    const found = await axeFindings(admin, colorScheme === 'light' ? {} : { rules: 'contrast' });
    expect(found.map(({ id, target }) => `${colorScheme} ${id} ${target}`)).toEqual([]);
  }
  await admin.emulateMedia({ colorScheme: 'light' });
  await admin.setViewportSize({ width: 390, height: 844 });
  expect(
    await admin.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth),
    'nothing is cut',
  ).toBe(0);
  await admin.setViewportSize({ width: 1440, height: 900 });
});
