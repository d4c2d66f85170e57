import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { axeFindings } from './axe.ts';
import { openPages, type Pages, shoot } from './browser.ts';
import { type RunningDemo, startDemo } from './start-demo.ts';
import { signIn } from './steps.ts';

let demo: RunningDemo;
let browser: Pages;
let admin: Page;
let asked: string[] = [];

beforeAll(async () => {
  [demo, browser] = await Promise.all([startDemo(), openPages()]);
  admin = await browser.context.newPage();
  admin.on('request', (request) => {
    const { pathname, search } = new URL(request.url());
    if (pathname.startsWith('/v1/') && !/session|sso|desk|received/.test(pathname)) asked.push(pathname + search);
  });
  await admin.goto(`${demo.url}/admin/`);
  await signIn(admin);
});
afterAll(async () => {
  await browser?.close();
  await demo?.stop();
});

const readable = async () => {
  for (const colorScheme of ['light', 'dark'] as const) {
    await admin.emulateMedia({ colorScheme });
    const found = await axeFindings(admin, colorScheme === 'light' ? {} : { rules: 'contrast' });
    expect(found.map(({ id, target }) => `${colorScheme} ${id} ${target}`)).toEqual([]);
  }
  await admin.emulateMedia({ colorScheme: 'light' });
};

it('each line of today opens its list by keyboard, and the address restores it', async () => {
  await admin.locator('[data-line=overdue]').waitFor();
  expect(asked).toEqual(['/v1/today']);
  const n = await admin.locator('[data-count=overdue]').textContent();
  await readable();
  await shoot(admin, 'quan-tri-hom-nay');
  asked = [];
  await admin.locator('[data-line=overdue] a').press('Enter');
  await admin.getByText(`${n} hồ sơ, tính lúc`).waitFor();
  expect(asked).toEqual(['/v1/due-dossiers?kind=overdue']);
  await admin.getByLabel('Đơn vị', { exact: true }).selectOption('so-nn-mt');
  await admin.waitForURL(/loai=overdue&don-vi=so-nn-mt/);
  await admin.reload();
  await admin.getByRole('row').nth(1).waitFor();
  expect(await admin.getByLabel('Đơn vị', { exact: true }).inputValue()).toBe('so-nn-mt');
  const units = await admin.locator('tbody td[data-label="Đơn vị"]').allTextContents();
  expect(new Set(units)).toEqual(new Set(['Sở Nông nghiệp và Môi trường']));
});

it('of a line of objections only those that wait are listed', async () => {
  await admin.goto(`${demo.url}/admin/#/`);
  await admin.locator('[data-line=objection] a').click();
  await admin.waitForURL(/y-kien\?ky=ky-cho-y-kien&hien=new/);
  await admin.getByRole('button', { name: 'Trả lời', exact: true }).waitFor();
  expect(await admin.getByLabel('Xem', { exact: true }).inputValue()).toBe('new');
});

it('timeliness adds up, leads from a unit to its procedures, and gives its dossiers as files', async () => {
  await admin.goto(`${demo.url}/admin/#/tien-do?ky=ky-cho-y-kien`);
  await admin.getByText('Cộng đủ, và khớp với kết quả của các đơn vị').waitFor();
  await admin.getByText('Các cột cộng đủ.').waitFor();
  asked = [];
  await admin.getByRole('link', { name: 'Sở Nông nghiệp và Môi trường' }).first().press('Enter');
  await admin.getByRole('heading', { name: 'Theo thủ tục' }).waitFor();
  expect(asked).toEqual(['/v1/periods/ky-cho-y-kien/timeliness?by=procedure&unit=so-nn-mt']);
  await readable();
  await shoot(admin, 'quan-tri-tien-do', true);
  const late = await admin.locator('[data-figure="timeliness/so-nn-mt/overdue"]').textContent();
  await admin.getByLabel('Phần', { exact: true }).selectOption('overdue');
  await admin.locator('.code').first().waitFor();
  const href = await admin.getByRole('link', { name: 'Tải CSV' }).getAttribute('href');
  const csv = await admin.evaluate(async (path) => (await fetch(path)).text(), href ?? '');
  expect(csv.trim().split('\r\n')).toHaveLength(Number(late) + 1);
});

it('by step: what was read and what was not comes to all, and a step leads to its dossiers', async () => {
  await admin.goto(`${demo.url}/admin/#/tien-do?ky=ky-cho-y-kien&theo=course&don-vi=so-nn-mt`);
  await admin.getByRole('heading', { name: 'Theo bước' }).waitFor();
  const count = async (part: string) =>
    Number(
      ((await admin.locator(`[data-figure="timeliness/so-nn-mt/${part}"]`).first().textContent()) ?? '').split('/')[0],
    );
  const parts = await Promise.all(['early', 'onTime', 'overdue', 'unknown'].map(count));
  expect((await count('course-read')) + (await count('course-unread'))).toBe(parts.reduce((sum, n) => sum + n, 0));
  await readable();
  await shoot(admin, 'quan-tri-tien-do-buoc', true);
  const late = await count('course-Thẩm định hồ sơ-overdue');
  await admin.getByRole('link', { name: 'Thẩm định hồ sơ' }).press('Enter');
  await admin.getByLabel('Phần', { exact: true }).selectOption('overdue');
  await admin.waitForURL(/phan=overdue/);
  await admin.locator('.code').first().waitFor();
  const href = await admin.getByRole('link', { name: 'Tải CSV' }).getAttribute('href');
  const csv = await admin.evaluate(async (path) => (await fetch(path)).text(), href ?? '');
  expect(csv.trim().split('\r\n')).toHaveLength(late + 1);
});

it('what many said is labelled, answered once, and shown to all after its effect was named', async () => {
  await admin.goto(`${demo.url}/admin/#/gop-y/y-kien?ky=ky-truoc&don-vi=so-xay-dung`);
  await admin.getByRole('button', { name: 'Gắn nhãn' }).first().press('Enter');
  await admin.getByRole('textbox', { name: 'Nhãn' }).fill('Ghế ngồi');
  await admin.keyboard.press('Enter');
  await admin.getByText('Nhãn: Ghế ngồi').waitFor();
  await admin.getByRole('combobox', { name: 'Nhãn' }).selectOption('Ghế ngồi');
  await admin.waitForURL(/nhan=/);
  await expect.poll(() => admin.locator('blockquote').count()).toBe(1);
  await readable();
  await admin.getByRole('link', { name: 'Trả lời chung' }).press('Enter');
  await admin.getByRole('button', { name: 'Soạn trả lời chung' }).press('Enter');
  const dialog = admin.getByRole('dialog');
  await dialog.getByLabel('Về việc gì').fill('Ghế ngồi');
  await dialog.getByLabel('Người dân nói').fill('Phòng chờ ít ghế, người già phải đứng.');
  await dialog.getByLabel('Chúng tôi làm').fill('Đã kê thêm 20 ghế ở phòng chờ.');
  await dialog.getByRole('button', { name: 'Lưu', exact: true }).press('Enter');
  const item = admin.getByRole('listitem').filter({ hasText: 'Ghế ngồi' });
  await item.getByText('chưa công khai').waitFor();
  await item.getByRole('button', { name: 'Công khai' }).press('Enter');
  await dialog.getByText('Ai cũng đọc được mục này').waitFor();
  await dialog.getByRole('button', { name: 'Công khai', exact: true }).press('Enter');
  await item.getByText('công khai từ').waitFor();
  const page = await (await fetch(`${demo.url}/cong-khai/mau/ban-noi`)).text();
  expect(page).toContain('Đã kê thêm 20 ghế ở phòng chờ.');
});
