import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { openPages, type Pages, shoot } from './browser.ts';
import { type RunningDemo, startDemo } from './start-demo.ts';
import { signIn } from './steps.ts';

const PERIOD = 'ky-cho-y-kien';
const NUMBER = '31415';
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

it('a list is drawn by a public number, and anybody can compute its seed', async () => {
  await open(`mau-tham-dinh?ky=${PERIOD}`);
  await admin.getByRole('table', { name: 'Tiến độ theo đơn vị' }).waitFor();
  await admin.getByText('Rút lại mẫu').click();
  await admin.getByLabel('Số quay công khai, 4–12 chữ số').fill('12');
  await admin.getByLabel('Nơi và ngày lấy số').fill('Quay số tại cuộc họp giao ban công khai');
  await admin.getByRole('button', { name: 'Rút mẫu' }).click();
  await admin.getByText('số gồm 4–12 chữ số').first().waitFor();
  await admin.getByLabel('Số quay công khai, 4–12 chữ số').fill(NUMBER);
  await admin.getByRole('button', { name: 'Rút mẫu' }).click();
  await admin.locator('dd', { hasText: new RegExp(`^${NUMBER}$`) }).waitFor();
  await admin.getByText(/Số 70426, \d+ hồ sơ/).waitFor();
  await admin.getByText('Kiểm tra lại danh sách').click();
  const [frame, seed] = await admin.locator('dd code').allTextContents();
  const computed = await admin.evaluate(async (text) => {
    const bytes = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text));
    return [...new Uint8Array(bytes)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
  }, `${frame}|${NUMBER}`);
  expect(computed).toBe(seed);
  await shoot(admin, 'quan-tri-mau-tham-dinh');
});

it('a dossier of it is given points before the other columns are seen, and then it counts as done', async () => {
  await admin.getByRole('table', { name: 'Tiến độ theo đơn vị' }).getByRole('link').first().click();
  const dossiers = admin.getByRole('table', { name: 'Hồ sơ được rút' });
  await dossiers.waitFor();
  const row = dossiers.getByRole('row').filter({ hasText: 'Chưa' }).first();
  const code = (await row.getByRole('link').textContent()) ?? '';
  expect(await row.textContent()).toContain('hiện sau khi cho điểm');
  await row.getByRole('link').click();
  const first = admin.locator('section', { has: admin.locator('#chi-so-1') });
  await first.getByText(/hiện ra sau khi Anh\/Chị cho điểm/).waitFor();
  expect(await first.textContent()).not.toContain('Hệ thống ');
  await shoot(admin, 'quan-tri-tham-dinh-ho-so');
  await first.getByLabel('Điểm thẩm định chỉ số 1').selectOption('10');
  await first.getByLabel(/Lý do/).fill('Đối chiếu hồ sơ giấy lưu tại bộ phận một cửa.');
  await first.getByRole('button', { name: 'Ghi điểm chỉ số 1' }).click();
  await first.getByText(/^Hệ thống .* · Tự chấm .* · Thẩm định 1,0$/).waitFor();
  await admin.getByRole('link', { name: 'Mẫu thẩm định của đơn vị' }).click();
  const done = admin.getByRole('row').filter({ hasText: code });
  await done.getByText('Đã cho điểm').waitFor();
  expect(await done.textContent()).toMatch(/Quá hạn|Không quá hạn/);
});

it('a period that was reviewed whole tells how far the sides agree, also in public by its number alone', async () => {
  await open('mau-tham-dinh?ky=ky-truoc');
  const table = admin.getByRole('table', { name: 'Hệ thống so với thẩm định' });
  await table.waitFor();
  // A share and its interval below it.
  expect(await table.textContent()).toMatch(/\d,\d\s%\d+,\d–\d+,\d\s%/);
  await admin.locator('#khop-nhau').evaluate((heading) => heading.scrollIntoView());
  await shoot(admin, 'quan-tri-mau-khop-nhau');
  const page = await browser.context.newPage();
  await page.goto(`${demo.url}/cong-khai/mau/cach-kiem-tra`);
  await page.getByText('70426').waitFor();
  await shoot(page, 'cong-khai-cach-kiem-tra');
  await page.close();
});

it('whether the way of asking and the mix of procedures move a figure stands with the quality of the survey and on the page of a unit', async () => {
  await open('chat-luong?ky=ky-truoc');
  await admin.getByRole('table', { name: 'Tỷ lệ hài lòng trước và sau khi cân theo cơ cấu thủ tục' }).waitFor();
  await admin.locator('#uoc-luong').evaluate((heading) => heading.scrollIntoView());
  await shoot(admin, 'quan-tri-uoc-luong');
  await open('ket-qua/ky-truoc/so-xay-dung');
  await admin.getByRole('table', { name: /Điểm hệ thống trung bình, trước và sau/ }).waitFor();
});
