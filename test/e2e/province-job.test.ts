import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { addDays } from '#rules/calendar/date.ts';
import { type Browser, openBrowser } from './browser.ts';
import { type RunningDemo, startDemo } from './start-demo.ts';
import { actOnPeriod, localNow, nextDay, signIn } from './steps.ts';
import { expectUsable, focused } from './usable.ts';

const COMMENT = 'Phải đi lại ba lần vì mỗi lần hướng dẫn một khác.';
const ANSWER = 'Đơn vị đã rà lại bản hướng dẫn và niêm yết một bản duy nhất tại quầy.';
const ERRATUM = 'Số phản ánh trả lời đúng hạn của đơn vị đã khai thiếu một vụ.';

let demo: RunningDemo;
let browser: Browser;
let admin: Page;
let citizen: Page;
let receipt = '';

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

const openPeriod = () => admin.getByRole('link', { name: 'Kỳ đánh giá', exact: true }).click();

it('the admin tries a file of dossiers, takes it in and undoes it, and each refused row is told with its remedy', async () => {
  const day = addDays(localNow().slice(0, 10), -7);
  const rows = [
    'Mã hồ sơ,Mã đơn vị,Mã thủ tục,Ngày tiếp nhận,Ngày hẹn trả,Họ tên người nộp',
    `000.00.10.H99-260901-9001,so-xay-dung,1.009974,${day} 08:00,${day} 17:00,NGUYỄN VĂN A`,
    `000.00.10.H99-260901-9002,so-xay-dung,1.009974,${day} 09:00,${day} 17:00,TRẦN THỊ B`,
    `000.00.10.H99-260901-9003,khong-co,1.009974,${day} 09:00,${day} 17:00,PHẠM VĂN C`,
  ];
  await admin.getByRole('link', { name: 'Thiết lập', exact: true }).click();
  await admin.getByRole('link', { name: 'Nhập dữ liệu' }).click();
  await expect.poll(() => focused(admin), { message: 'the heading of the new screen' }).toBe('Nhập dữ liệu');
  await admin.getByRole('button', { name: 'Nhập thử' }).press('Enter');
  await expect.poll(() => focused(admin), { message: 'the field that is missing' }).toBe('Tệp');
  await expectUsable(admin, 24);
  // Chosen twice: the same file put right since would else be no change for the browser.
  for (const lines of [rows.slice(0, 2), rows]) {
    const asked = admin.waitForEvent('filechooser');
    await admin.getByLabel('Tệp', { exact: true }).click();
    const buffer = Buffer.from(lines.join('\n'));
    await (await asked).setFiles({ name: 'ho-so.csv', mimeType: 'text/csv', buffer });
    await admin.getByText('ho-so.csv').waitFor();
  }
  await admin.getByRole('button', { name: 'Nhập thử' }).press('Enter');
  await admin.getByText(/Nhập thử xong, chưa ghi gì. Nếu nhập: 2 mới/).waitFor();
  await expect.poll(() => focused(admin), { message: 'the report' }).toMatch(/^Nhập thử xong/);
  await admin.getByRole('button', { name: 'Nhập dữ liệu' }).press('Enter');
  await admin.getByText(/Đã nhập 2 dòng: 2 mới/).waitFor();
  await expect.poll(() => focused(admin)).toMatch(/^Đã nhập 2 dòng/);
  await expectUsable(admin, 24);
  const link = admin.getByRole('link', { name: 'Tải danh sách lý do (CSV)' });
  const report = await admin.evaluate(
    async (path) => (await fetch(path)).text(),
    (await link.getAttribute('href')) ?? '',
  );
  expect(report).toMatch(/\n4,Mã đơn vị,không nhập,unit.unknown,/);
  expect(report).not.toMatch(/NGUYỄN|TRẦN|PHẠM/);
  await admin.getByRole('button', { name: 'Hoàn tác' }).first().press('Enter');
  await admin.getByRole('dialog').getByRole('button', { name: 'Hoàn tác' }).press('Enter');
  await admin.getByText('Đã hoàn tác').first().waitFor();
  await expect.poll(() => focused(admin), { message: 'its row, for its button is gone' }).toMatch(/Hồ sơ.*Đã hoàn tác/);
});

it('with the receipt a citizen reads, changes, takes along and erases the answers on a phone without script', async () => {
  const phone = await browser.context.newPage();
  await phone.setViewportSize({ width: 390, height: 844 });
  await phone.goto(`${demo.url}/k/mau/so-tu-phap`);
  expect(await phone.locator('script').count()).toBe(0);
  await phone.getByRole('radio', { name: 'Rất hài lòng', exact: true }).check();
  await phone.getByRole('button', { name: 'Gửi phiếu' }).click();
  const code = ((await phone.locator('.receipt').textContent()) ?? '').replace(/^.*:|\.$/g, '').trim();

  await phone.goto(`${demo.url}/cong-khai/mau/phieu`);
  await phone.getByRole('button', { name: 'Tra cứu' }).click();
  await phone.getByText('Chưa có mã phiếu.').waitFor();
  await expect.poll(() => focused(phone)).toBe('Mã phiếu');
  await expectUsable(phone, 44);
  await phone.getByLabel('Mã phiếu').fill(code.toLowerCase().replaceAll('-', ' '));
  await phone.keyboard.press('Enter');
  await phone.getByRole('heading', { name: `Mã phiếu ${code}` }).waitFor();
  await expectUsable(phone, 44);
  const link = (await phone.getByRole('link', { name: 'Tải dữ liệu của tôi' }).getAttribute('href')) ?? '';
  const own = await browser.context.request.get(`${demo.url}${link}`);
  expect(own.headers()['content-disposition']).toContain('attachment');
  expect(((await own.json()) as { answers: unknown[] }).answers).toHaveLength(1);

  await phone.getByRole('button', { name: 'Sửa hoặc xóa câu trả lời' }).click();
  await phone.getByRole('radio', { name: 'Hài lòng', exact: true }).check();
  await phone.getByRole('button', { name: 'Gửi phiếu' }).click();
  await phone.locator('.receipt').waitFor();
  await phone.goto(`${demo.url}/cong-khai/mau/phieu?ma=${code}`);
  await phone.getByText('Hài lòng', { exact: true }).waitFor();

  await phone.getByRole('button', { name: 'Sửa hoặc xóa câu trả lời' }).click();
  await phone.getByRole('button', { name: 'Xóa câu trả lời' }).click();
  await phone.getByRole('button', { name: 'Giữ lại' }).click();
  await phone.getByRole('button', { name: 'Xóa câu trả lời' }).click();
  await expectUsable(phone, 44);
  await phone.getByRole('button', { name: 'Xóa câu trả lời' }).click();
  await phone.getByText('Đã xóa câu trả lời.').waitFor();
  await phone.goto(`${demo.url}/cong-khai/mau/phieu?ma=${code}`);
  await phone.getByText('Không tìm thấy phiếu với mã này.').waitFor();
  expect((await browser.context.request.get(`${demo.url}${link}`)).status()).toBe(404);
});

it('a citizen asks for a reply on a page without script', async () => {
  const portal = await (await fetch(`${demo.url}/demo/portal`)).text();
  const path = /href="(\/k\/[^"]+)"/.exec(portal)?.[1] ?? '';
  citizen = await browser.context.newPage();
  await citizen.goto(`${demo.url}${path}`);
  await citizen.getByRole('radio', { name: 'Không hài lòng', exact: true }).check();
  await citizen.getByLabel(/góp ý thêm/).fill(COMMENT);
  await citizen.getByRole('radio', { name: 'Có', exact: true }).check();
  await citizen.getByRole('button', { name: 'Gửi phiếu' }).click();
  const line = await citizen.locator('.receipt').textContent();
  receipt = /[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{2}/.exec(line ?? '')?.[0] ?? '';
  expect(receipt).not.toBe('');
});

it('the admin reads the opinion, answers it, and the citizen reads the answer by the receipt alone', async () => {
  await admin.bringToFront();
  await admin.getByRole('link', { name: 'Hôm nay', exact: true }).click();
  await admin.getByRole('link', { name: 'Góp ý', exact: true }).click();
  await admin.getByLabel('Đơn vị', { exact: true }).selectOption('so-xay-dung');
  await admin.waitForURL(/don-vi=so-xay-dung/);
  // The list says nothing of what was written: the newest are at its end.
  const links = admin.getByRole('link', { name: 'Đọc và trả lời' });
  await links.first().waitFor();
  const addresses = await links.evaluateAll((all) => all.map((one) => one.getAttribute('href') ?? ''));
  for (const address of addresses.toReversed()) {
    await admin.goto(`${demo.url}/admin/${address}`);
    await admin.getByRole('heading', { name: 'Trả lời', exact: true }).waitFor();
    if ((await admin.getByText(COMMENT).count()) > 0) break;
  }
  await admin.getByRole('textbox', { name: 'Trả lời' }).fill(ANSWER);
  await admin.getByRole('button', { name: 'Gửi trả lời' }).click();
  await admin.getByText('Đã lưu.').waitFor();
  await citizen.bringToFront();
  await citizen.goto(`${demo.url}/cong-khai/mau/phieu`);
  await citizen.getByLabel('Mã phiếu').fill(receipt);
  await citizen.getByRole('button', { name: 'Tra cứu' }).click();
  await citizen.getByText(ANSWER).waitFor();
});

it('a reading is changed after the close, seen before and after, and scored anew with a reason', async () => {
  await admin.bringToFront();
  await nextDay(browser, demo.url, admin);
  await openPeriod();
  await admin.getByText('Không có mục nào chặn chốt kỳ.').waitFor();
  await actOnPeriod(admin, 'Chốt kỳ', /Đã chốt lúc/);
  const first = await admin.getByText(/Mã bản chốt/).textContent();
  await admin.getByText('Tính lại trước khi khóa sổ').click();
  await admin.getByLabel('Cách hiểu muốn đổi').selectOption({ label: 'Xếp loại khi thiếu chỉ số' });
  await admin.getByLabel('Đổi thành').selectOption({ label: 'Xếp loại theo tổng điểm hiện có' });
  await admin.getByRole('button', { name: 'Xem trước' }).click();
  // It declared nothing for indicator 9, so it had a total and no grade.
  const unit = admin.getByRole('row', { name: /Phường Chợ Mẫu/ }).filter({ hasText: 'Xếp loại' });
  expect(await unit.textContent()).toMatch(/—(Xuất sắc|Tốt|Khá|Trung bình|Yếu)$/);
  await admin.getByLabel('Lý do', { exact: true }).fill('Đổi theo cách hiểu của Sở Nội vụ.');
  await admin.getByRole('button', { name: 'Tính lại', exact: true }).click();
  await expect.poll(() => admin.getByText(/Mã bản chốt/).textContent(), { timeout: 60_000 }).not.toBe(first);
});

it('what is corrected after the seal stands on the public page with its erratum', async () => {
  await actOnPeriod(admin, 'Khóa sổ', /Đã khóa sổ lúc/);
  await actOnPeriod(admin, 'Công khai', /Đã công khai lúc/);
  await admin.getByRole('link', { name: 'Số liệu đơn vị' }).click();
  await admin.getByLabel('Đơn vị', { exact: true }).selectOption('so-xay-dung');
  const onTime = admin.getByLabel('Số trả lời đúng hạn');
  await onTime.fill(`${Number(await onTime.inputValue()) - 1}`);
  await admin.getByLabel(/Lý do đính chính/).fill('Đếm lại theo sổ tiếp nhận.');
  await admin.getByRole('button', { name: 'Lưu số liệu' }).click();
  await admin.getByText(/Đã lưu số liệu của/).waitFor();
  await admin.getByRole('link', { name: 'Về các bước của kỳ' }).click();
  await admin.getByRole('button', { name: 'Đính chính' }).click();
  const dialog = admin.getByRole('dialog');
  await dialog.getByLabel('Lý do').fill('Đơn vị đã khai lại số liệu.');
  await dialog.getByLabel('Nội dung đính chính').fill(ERRATUM);
  await dialog.getByRole('button', { name: 'Đính chính' }).click();
  await dialog.waitFor({ state: 'detached', timeout: 60_000 });
  const page = await browser.context.newPage();
  await page.goto(`${demo.url}/cong-khai/mau`);
  await page.getByText(ERRATUM).waitFor();
  await page.getByText('Số trước và sau đính chính').click();
  expect(await page.getByRole('table', { name: /Số liệu thay đổi/ }).textContent()).toContain('Chỉ số 8');
});

it('no page wrote an error on the way', () => {
  expect(browser.faults.filter((fault) => !/401|phieu\?ma=.* (404|422) /.test(fault))).toEqual([]);
});
