import { Secret, TOTP } from 'otpauth';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { qrSvg } from '../../server/pages/qr-svg.ts';
import { stepUri } from '../../server/second-step-code.ts';
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

/** The picture of the guide, and whether everybody can read the page, by day and by night. */
async function lookAt(picture: string): Promise<void> {
  await shoot(admin, picture);
  for (const colorScheme of ['light', 'dark'] as const) {
    await admin.emulateMedia({ colorScheme });
    expect((await axeFindings(admin)).map(({ id, target }) => `${colorScheme} ${id} ${target}`)).toEqual([]);
  }
  await admin.emulateMedia({ colorScheme: 'light' });
}
const button = (name: string, page = admin) => page.getByRole('button', { name, exact: true });
async function fillSignIn(page: Page, login = 'quantri'): Promise<void> {
  await page.getByLabel(/Mã tỉnh/).fill('mau');
  await page.getByLabel(/Tên đăng nhập/).fill(login);
  await page.getByLabel(/Mật khẩu/).fill('TrinhDien-2026');
  await button('Đăng nhập', page).click();
}

it('a second step is turned on with the phone, asked for at the door, and sessions elsewhere are ended', async () => {
  await admin.goto(`${demo.url}/admin/#/thiet-lap/ma-hai-buoc`);
  await admin.getByLabel('Mật khẩu đang dùng').fill('TrinhDien-2026');
  await button('Bắt đầu').click();
  const secret = (await admin.getByLabel('Khóa', { exact: true }).textContent())?.trim() ?? '';
  const app = new TOTP({ secret: Secret.fromBase32(secret) });
  const painted = await admin.locator('svg.qr path[fill="#000"]').getAttribute('d');
  expect(qrSvg(stepUri(secret, 'mau', 'quantri'), ''), 'the picture holds what is written').toContain(`"${painted}"`);
  await lookAt('quan-tri-ma-hai-buoc');
  await admin.getByLabel('Mã trên ứng dụng').fill(app.generate());
  await button('Bật mã hai bước').click();
  await admin.getByText('Đã bật mã hai bước.').waitFor();
  const codes = await admin.locator('ol.codes code').allTextContents();
  expect([codes.length, new Set(codes).size]).toEqual([10, 10]);
  await lookAt('quan-tri-ma-du-phong');

  await button('Đăng xuất').click();
  await admin.getByLabel(/Mã tỉnh/).waitFor();
  await fillSignIn(admin);
  await admin.getByText('Mở ứng dụng mã trên điện thoại').waitFor();
  await lookAt('quan-tri-dang-nhap-ma');
  // The code that turned it on was used; the next one is taken up to half a minute early.
  await admin.getByLabel('Mã hai bước').fill(app.generate({ timestamp: Date.now() + 30_000 }));
  await button('Đăng nhập').click();
  await admin.getByRole('heading', { name: /Hôm nay/ }).waitFor();

  const elsewhere = await openPages();
  try {
    const phone = await elsewhere.context.newPage();
    await phone.goto(`${demo.url}/admin/`);
    await fillSignIn(phone);
    await phone.getByLabel('Mã hai bước').fill(codes[0] ?? '');
    await button('Đăng nhập', phone).click();
    await phone.getByRole('heading', { name: /Hôm nay/ }).waitFor();

    await admin.goto(`${demo.url}/admin/#/thiet-lap/phien`);
    await admin.getByText('đang ở đây').waitFor();
    expect(await admin.getByRole('row', { name: /Chrome trên Linux/ }).count()).toBe(2);
    await lookAt('quan-tri-phien');
    await button('Kết thúc mọi phiên khác').click();
    await admin.getByRole('dialog').getByRole('button', { name: 'Kết thúc mọi phiên khác' }).click();
    await admin.getByText('Đã kết thúc mọi phiên khác.').waitFor();
    expect(await phone.evaluate(async () => (await fetch('/v1/session')).status)).toBe(401);
    expect(await admin.evaluate(async () => (await fetch('/v1/session')).status)).toBe(200);
  } finally {
    await elsewhere.close();
  }
}, 120_000);

it('the admin sees how somebody signs in and what can be done about it', async () => {
  await admin.goto(`${demo.url}/admin/#/thiet-lap/tai-khoan`);
  await button('Đăng nhập của xem').click();
  await admin.getByText('Tài khoản chưa có mã hai bước.').waitFor();
  await lookAt('quan-tri-tai-khoan-dang-nhap');
  await button('Đăng xuất mọi nơi').click();
  await admin.getByRole('dialog').last().getByRole('button', { name: 'Đăng xuất mọi nơi' }).click();
  await admin.getByText('Đã đăng xuất xem ở mọi nơi.').waitFor();
  expect(browser.faults.filter((fault) => !/401/.test(fault))).toEqual([]);
}, 60_000);

it('asked of everyone, it is turned on before anything else, and the session goes on from there', async () => {
  await admin.getByText('Ai phải có mã hai bước', { exact: true }).click();
  await admin.getByLabel(/Áp dụng cho/).selectOption('everyone');
  await admin.getByText('tài khoản đang dùng chưa có mã hai bước').waitFor();
  await lookAt('quan-tri-ai-phai-co-ma');
  await button('Lưu').click();
  await admin.getByText('Đã lưu ai phải có mã hai bước.').waitFor();

  const viewer = await openPages();
  try {
    const page = await viewer.context.newPage();
    await page.goto(`${demo.url}/admin/`);
    await fillSignIn(page, 'xem');
    await page.getByRole('heading', { name: 'Bật mã hai bước trước' }).waitFor();
    expect(await page.evaluate(async () => (await fetch('/v1/desk')).status)).toBe(403);
    expect((await axeFindings(page)).map(({ id, target }) => `${id} ${target}`)).toEqual([]);
    await shoot(page, 'quan-tri-bat-ma-truoc');
    await page.getByLabel('Mật khẩu đang dùng').fill('TrinhDien-2026');
    await button('Bắt đầu', page).click();
    const secret = (await page.getByLabel('Khóa', { exact: true }).textContent())?.trim() ?? '';
    await page.getByLabel('Mã trên ứng dụng').fill(new TOTP({ secret: Secret.fromBase32(secret) }).generate());
    await button('Bật mã hai bước', page).click();
    await button('Làm tiếp', page).click();
    await page.getByRole('heading', { name: /Hôm nay/ }).waitFor();
  } finally {
    await viewer.close();
  }
}, 60_000);
