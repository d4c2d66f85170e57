import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { openPages, type Pages, shoot } from './browser.ts';
import { type RunningDemo, startDemo } from './start-demo.ts';
import { signIn } from './steps.ts';

const PERIOD = 'ky-cho-y-kien';
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

const open = (hash: string) =>
  admin.evaluate((to) => {
    location.hash = `#/${to}`;
  }, hash);
/** Focus goes to the control and the key that presses it is struck, as without a mouse. */
async function strike(page: Page, role: 'link' | 'button', name: string | RegExp): Promise<void> {
  const control = page.getByRole(role, { name }).first();
  await control.focus();
  await control.press('Enter');
}

it('the ranking is narrowed by level, sector and search, and the address keeps it', async () => {
  await open(`ket-qua/${PERIOD}`);
  await admin.getByRole('table', { name: /Cấp tỉnh: bảng xếp loại/ }).waitFor();
  await shoot(admin, 'quan-tri-xep-hang');
  await admin.getByRole('combobox', { name: /^Cấp/ }).selectOption('commune');
  await admin.getByRole('table', { name: /Cấp xã/ }).waitFor();
  expect(await admin.getByRole('table', { name: /Cấp tỉnh/ }).count()).toBe(0);
  await admin.getByLabel('Tìm đơn vị').fill('song mau');
  await admin.getByLabel('Tìm đơn vị').press('Enter');
  await admin.getByRole('table', { name: 'Cấp xã: bảng xếp loại (1)' }).waitFor();
  await admin.reload();
  await admin.getByRole('table', { name: 'Cấp xã: bảng xếp loại (1)' }).waitFor();
  expect(await admin.getByLabel('Tìm đơn vị').inputValue()).toBe('song mau');
  await strike(admin, 'link', 'Bỏ bộ lọc');
  await admin.getByRole('combobox', { name: /^Lĩnh vực/ }).selectOption('Đất đai');
  await admin.getByText(/Chỉ tính hồ sơ lĩnh vực Đất đai/).waitFor();
  expect(await admin.getByRole('columnheader', { name: /Xếp loại/ }).count()).toBe(0);
});

it('from the ranking to a dossier without a mouse: unit, number, conclusion, article, evidence', async () => {
  await open(`ket-qua/${PERIOD}`);
  await strike(admin, 'link', 'Sở Xây dựng');
  await admin.getByRole('heading', { name: 'Sở Xây dựng' }).waitFor();
  await strike(admin, 'button', /Chỉ số 1, Hệ thống: \d,\d, n = \d+/);
  const grounds = admin.getByRole('dialog');
  await grounds.getByRole('listitem').first().waitFor();
  expect(await grounds.textContent()).toMatch(/Điều 13 TT 01\/2018\/TT-VPCP/);
  expect(await grounds.getByText(/H99\./).first().textContent()).toMatch(/^H99\./);
  await admin.keyboard.press('Escape');
  await grounds.waitFor({ state: 'detached' });
  await strike(admin, 'link', 'CB-0117');
  await admin.getByRole('heading', { name: 'Cán bộ CB-0117' }).waitFor();
  await admin.getByText('Mỗi lần xem trang này được ghi vào nhật ký.').waitFor();
});

it('what the portal counts is entered with its source, and taken back', async () => {
  await open(`qd-766?ky=${PERIOD}`);
  await admin.getByText(/Tổng một phần: \d/).waitFor();
  await admin.getByLabel('Chỉ số', { exact: true }).selectOption('1.4');
  await admin.getByLabel('Tử số').fill('9800');
  await admin.getByLabel('Mẫu số').fill('10000');
  await strike(admin, 'button', 'Ghi số');
  await admin.getByText('Ghi nơi lấy số.').waitFor();
  await admin.getByLabel('Lấy ở đâu').fill('Cổng, ngày 05/10/2026');
  await strike(admin, 'button', 'Ghi số');
  await admin.getByText(/Đã ghi số của chỉ số: 1\.4\. /).waitFor();
  await admin
    .getByRole('row', { name: /^1\.4\./ })
    .getByText(/Cổng, ngày 05\/10\/2026/)
    .waitFor();
  await strike(admin, 'button', /^Bỏ số đã nhập: 1\.4\. /);
  await admin
    .getByRole('row', { name: /^1\.4\./ })
    .getByText('chưa có số liệu', { exact: true })
    .waitFor();
});

it('who administers a unit sees that unit alone', async () => {
  await strike(admin, 'button', 'Đăng xuất');
  await admin.getByLabel(/Mã tỉnh/).fill('mau');
  await admin.getByLabel(/Tên đăng nhập/).fill('quantri-sxd');
  await admin.getByLabel(/Mật khẩu/).fill('TrinhDien-2026');
  await admin.getByRole('button', { name: 'Đăng nhập' }).click();
  await admin.getByRole('heading', { name: /Hôm nay/ }).waitFor();
  await open(`ket-qua/${PERIOD}`);
  await admin.getByRole('table', { name: 'Cấp tỉnh: bảng xếp loại (1)' }).waitFor();
  await open(`ket-qua/${PERIOD}/so-tu-phap`);
  await admin
    .getByRole('alert')
    .getByText(/chỉ xem được so-xay-dung/)
    .waitFor();
  expect(await admin.getByRole('link', { name: 'Cải cách hành chính' }).count()).toBe(0);
});
