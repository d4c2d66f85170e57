import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { addDays } from '#rules/calendar/date.ts';
import { type Browser, openBrowser } from './browser.ts';
import { strike, tabTo, typeIn } from './by-keyboard.ts';
import { type RunningDemo, startDemo } from './start-demo.ts';
import { localNow, nextDay, signIn } from './steps.ts';
import { expectUsable, focused } from './usable.ts';

let demo: RunningDemo;
let browser: Browser;
let admin: Page;

beforeAll(async () => {
  [demo, browser] = await Promise.all([startDemo(), openBrowser()]);
  admin = await browser.context.newPage();
  await admin.goto(`${demo.url}/admin/`);
  await signIn(admin);
});
afterAll(async () => {
  await browser?.close();
  await demo?.stop();
});

const dialog = () => admin.getByRole('dialog');
const section = () => admin.locator('main section').first();
const period = (path: string) => admin.goto(`${demo.url}/admin/#/ky${path}`);

/** By the keyboard alone: asks, leaves by Esc, asks again, is refused where `refused` says so, then does it. */
async function act(verb: string, done: RegExp, fill?: () => Promise<void>, refused?: () => Promise<void>) {
  await admin.locator('main').getByRole('button', { name: verb, exact: true }).waitFor();
  await strike(admin, verb);
  await dialog().waitFor();
  await expectUsable(admin, 24);
  await admin.keyboard.press('Escape');
  await expect.poll(() => dialog().count()).toBe(0);
  await expect.poll(() => focused(admin)).toBe(verb);
  await admin.keyboard.press('Enter');
  await dialog().waitFor();
  const send = () => strike(admin, verb);
  if (refused) {
    await send();
    await refused();
  }
  await fill?.();
  await send();
  await dialog().waitFor({ state: 'detached', timeout: 60_000 });
  await section().getByText(done).waitFor();
}

/** The button that was pressed is gone with its step: the reader is at the heading of the period, above what is next. */
const atHeading = (label: RegExp) => expect.poll(() => focused(admin)).toMatch(label);

it('on a phone the navigation is one button, and closes after a move', async () => {
  await admin.setViewportSize({ width: 390, height: 844 });
  const link = admin.getByRole('link', { name: 'Kỳ đánh giá', exact: true });
  expect(await link.isVisible()).toBe(false);
  await admin.getByRole('button', { name: 'Các mục' }).press('Enter');
  await expectUsable(admin, 24);
  await admin.setViewportSize({ width: 390, height: 844 });
  await link.press('Enter');
  await expect.poll(() => focused(admin)).toBe('Kỳ đánh giá');
  await link.waitFor({ state: 'hidden' });
  await admin.setViewportSize({ width: 1366, height: 768 });
});

it('two quarters are closed and added up to half a year; one scored anew makes it ask to be added up again', async () => {
  for (const quarter of ['3', '4']) {
    await period('?mo=1');
    await admin.getByLabel('Của năm').fill('2025');
    await admin.getByLabel('Quý nào').selectOption(quarter);
    await admin.getByRole('button', { name: 'Mở kỳ' }).press('Enter');
    await dialog().getByRole('button', { name: 'Mở kỳ' }).press('Enter');
    await admin.waitForURL(new RegExp(`ky/2025-q${quarter}`));
    await admin.getByText('Không có mục nào chặn chốt kỳ.').waitFor();
    await admin.getByRole('button', { name: 'Chốt kỳ' }).press('Enter');
    await dialog().getByRole('button', { name: 'Chốt kỳ' }).press('Enter');
    await admin.getByText(/Đã chốt lúc/).waitFor();
  }
  await period('?mo=1');
  await admin.getByLabel('Tùy chọn').check();
  await admin.getByRole('button', { name: 'Mở kỳ' }).press('Enter');
  await expect.poll(() => focused(admin), { message: 'the first date that is missing' }).toBe('Ngày đầu kỳ');
  await admin.getByLabel('Ngày đầu kỳ').fill('2025-07-01');
  await admin.getByLabel('Ngày cuối kỳ').fill('2025-12-31');
  await admin.getByText('Đã chọn ngày 31/12/2025.').waitFor();
  await admin.getByRole('button', { name: 'Mở kỳ' }).press('Enter');
  await dialog().getByRole('button', { name: 'Mở kỳ' }).press('Enter');
  await admin.getByText('Cộng từ các kỳ Quý III/2025, Quý IV/2025; không nhận phiếu riêng.').waitFor();
  await admin.getByText('Không có mục nào chặn chốt kỳ.').waitFor();
  await expectUsable(admin, 24);
  await admin.getByRole('button', { name: 'Chốt kỳ' }).press('Enter');
  await dialog().getByRole('button', { name: 'Chốt kỳ' }).press('Enter');
  await atHeading(/^01\/07\/2025 – 31\/12\/2025/);

  await admin.getByRole('button', { name: 'Khóa sổ' }).press('Enter');
  await dialog().getByRole('button', { name: 'Khóa sổ' }).press('Enter');
  await dialog()
    .getByText(/Quý III\/2025 và Quý IV\/2025 chưa khóa sổ/)
    .waitFor();
  await expectUsable(admin, 24);
  await admin.keyboard.press('Escape');

  await period('/2025-q3');
  await admin.getByText('Tính lại trước khi khóa sổ').press('Enter');
  await admin.getByRole('button', { name: 'Xem trước' }).press('Enter');
  await admin
    .getByText(/Không số nào của \d+ đơn vị thay đổi/)
    .first()
    .waitFor();
  await admin.getByRole('button', { name: 'Tính lại', exact: true }).press('Enter');
  await expect.poll(() => focused(admin)).toBe('Lý do');
  await expectUsable(admin, 24);
  await admin.getByLabel('Lý do', { exact: true }).fill('Tính lại theo hồ sơ hiện có.');
  await admin.getByRole('button', { name: 'Tính lại', exact: true }).press('Enter');
  await admin.getByText('Mã bản chốt 2025-q3.2.').waitFor();
  await period('/20250701-20251231');
  await admin.getByText(/Một quý đã có bản chốt mới/).waitFor();
  await admin.getByRole('button', { name: 'Xem trước' }).waitFor();
  expect(await admin.getByRole('button', { name: 'Khóa sổ' }).count()).toBe(0);
});

const label = /^\d\d\/\d\d\/\d{4} – /;
const screen = (name: string) => admin.getByRole('heading', { level: 1, name, exact: true }).waitFor();
/** Takes the period after the chosen one in the list of the head, or the one before. */
async function otherPeriod(key: 'ArrowDown' | 'ArrowUp'): Promise<void> {
  await tabTo(admin, /^Kỳ\d/, true);
  await admin.keyboard.press(key);
}

it('signed in, closed, an objection answered, points given, sealed and the report taken, by the keyboard alone', async () => {
  await nextDay(browser, demo.url, admin);
  await strike(admin, 'Đăng xuất');
  await admin.getByLabel(/Mã tỉnh/).waitFor();
  await typeIn(admin, /^Mã tỉnh/, 'mau');
  await typeIn(admin, /^Tên đăng nhập/, 'quantri');
  await typeIn(admin, /^Mật khẩu/, 'TrinhDien-2026');
  await admin.keyboard.press('Enter');
  await expect.poll(() => focused(admin)).toMatch(/^Hôm nay/);
  await strike(admin, 'Kỳ đánh giá');
  await admin.getByText('Không có mục nào chặn chốt kỳ.').waitFor();
  await act('Chốt kỳ', /khóa sổ khi đã xong/);
  await atHeading(label);

  // The period before is closed too, and its officers hold something against it.
  await otherPeriod('ArrowDown');
  await strike(admin, 'Ý kiến về điểm');
  await screen('Ý kiến về điểm');
  await strike(admin, /^Trả lời/);
  await dialog().waitFor();
  await typeIn(admin, /^Câu trả lời/, 'Đã xem lại hồ sơ và nhật ký tiếp nhận.');
  await typeIn(admin, /^Đã sửa gì/, 'Sửa lần tạm dừng còn thiếu trong hồ sơ.');
  await strike(admin, 'Gửi câu trả lời');
  await dialog().waitFor({ state: 'detached' });
  await admin.getByText('Sửa lần tạm dừng còn thiếu trong hồ sơ.').waitFor();

  await strike(admin, 'Thẩm định');
  await screen('Điểm thẩm định');
  await tabTo(admin, /^Đơn vị/);
  await admin.keyboard.type('Sở Xây');
  await admin.getByLabel('Điểm thẩm định chỉ số 5').waitFor();
  await tabTo(admin, 'Điểm thẩm định chỉ số 5');
  await admin.keyboard.press('ArrowDown');
  await typeIn(admin, /^Lý do, ít nhất 10 ký tự/, 'Đối chiếu sổ theo dõi của đơn vị.');
  await strike(admin, 'Ghi điểm chỉ số 5');
  await admin.getByText('Đã ghi điểm chỉ số 5.').waitFor();

  await otherPeriod('ArrowUp');
  await strike(admin, 'Kỳ đánh giá');
  await act('Khóa sổ', /công khai ngay hoặc hẹn ngày/);
  await atHeading(label);
  await strike(admin, 'Báo cáo');
  await screen('Báo cáo');
  await admin.locator('.report-desk').waitFor();
  const file = admin.waitForEvent('download');
  await strike(admin, /DOCX/);
  expect((await file).suggestedFilename()).toMatch(/\.docx$/);
});

it('each act after the seal is asked, left by Esc, refused beside the button, done, and says what is next', async () => {
  await strike(admin, 'Kỳ đánh giá', 'Enter', true);
  const today = localNow().slice(0, 10);
  const day = admin.getByLabel('Công khai từ ngày');
  await act('Công khai', /đến giờ hẹn trang công khai tự hiện kết quả/, () => day.fill(addDays(today, 9)));
  await act('Hủy hẹn', /công khai ngay hoặc hẹn ngày/);
  await admin.getByRole('button', { name: 'Công khai', exact: true }).press('Enter');
  await day.fill(addDays(today, -9));
  await dialog().getByRole('button', { name: 'Công khai' }).press('Enter');
  await expect.poll(() => focused(admin)).toBe('Công khai từ ngày');
  await expectUsable(admin, 24);
  await day.fill('');
  await dialog().getByRole('button', { name: 'Công khai' }).press('Enter');
  await section()
    .getByText(/không còn việc/)
    .waitFor();
});

it('from the results to a figure, its finding and the dossier behind it, by the keyboard alone', async () => {
  await strike(admin, 'Kết quả', 'Enter', true);
  await admin.getByRole('table').first().waitFor();
  await strike(admin, 'Sở Xây dựng');
  await screen('Sở Xây dựng');
  await admin.getByRole('button', { name: /^Chỉ số 1, Hệ thống: / }).waitFor();
  await strike(admin, /^Chỉ số 1, Hệ thống: /);
  await dialog().getByRole('listitem').first().waitFor();
  await strike(admin, /^H99\./);
  await admin.getByRole('heading', { level: 1, name: /^Hồ sơ H99\./ }).waitFor();
  await expect.poll(() => focused(admin)).toMatch(/^Hồ sơ H99\./);
  await admin
    .getByText(/Điều 13 TT 01\/2018/)
    .first()
    .waitFor();
  await strike(admin, 'Kỳ đánh giá', 'Enter', true);
  await screen('Kỳ đánh giá');
});

it('what is published is corrected and withdrawn, and the public page says why', async () => {
  await act(
    'Đính chính',
    /không còn việc/,
    async () => {
      await dialog().getByLabel('Lý do').fill('Đơn vị đã khai lại số liệu.');
      await dialog().getByLabel('Nội dung đính chính').fill('Tính lại theo số liệu đơn vị khai lại.');
    },
    async () => {
      await expect.poll(() => focused(admin)).toBe('Lý do');
      await expectUsable(admin, 24);
    },
  );
  await expect.poll(() => focused(admin), { message: 'it may be done again' }).toBe('Đính chính');
  const page = await browser.context.newPage();
  await page.goto(`${demo.url}/cong-khai/mau`);
  await page.getByText('Tính lại theo số liệu đơn vị khai lại.').waitFor();
  await expectUsable(page, 44);
  await admin.bringToFront();
  await act('Rút lại', /công khai lại/, () => dialog().getByLabel('Lý do').fill('Số liệu của một đơn vị nhập sai.'));
  await atHeading(label);
  await expectUsable(admin, 24);
  await page.bringToFront();
  await page.reload();
  await page.getByText('Số liệu của một đơn vị nhập sai.').waitFor();
  await expectUsable(page, 44);
});
