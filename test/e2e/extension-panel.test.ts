import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type Browser, shoot } from './browser.ts';
import { expectReadable, givePin, openDesk, seenCodes } from './panel-steps.ts';
import { readQr } from './read-qr.ts';
import type { RunningDemo } from './start-demo.ts';
import { hostRows } from './steps.ts';
import { focused } from './usable.ts';

declare const chrome: { runtime: { sendMessage(message: object): Promise<unknown> } };

/** Dark is looked at in English. */
const NARROW = [['light', 320]] as const;

let demo: RunningDemo;
let browser: Browser;
let host: Page;
let panel: Page;

beforeAll(async () => {
  ({ demo, browser, host, panel } = await openDesk());
});
afterAll(async () => {
  await browser?.close();
  await demo?.stop();
});

/** Shows `pages` of the list with result dates until the panel knows every dossier on them. */
async function readFinished(pages: readonly number[]): Promise<void> {
  await host.bringToFront();
  for (const page of pages) {
    await host.evaluate((n) => {
      location.hash = `#/danh-sach-ho-so/1?page=${n}`;
    }, page);
    const codes = (await hostRows(demo.url, page)).map((row) => row.dossierNo);
    await expect
      .poll(async () => (await seenCodes(panel)).filter((code) => codes.includes(code)).length, { timeout: 15_000 })
      .toBe(codes.length);
  }
  await panel.bringToFront();
}

const tab = (name: string) => panel.getByRole('tab', { name });
const confirmButton = () => panel.getByRole('button', { name: /^Xác nhận \d+ hồ sơ$/ });
const countIn = async (name: RegExp): Promise<number> => {
  const text = await panel.getByRole('heading', { name }).textContent();
  return Number(/\d+/.exec(text ?? '')?.[0]);
};

it('the batch is reached and marked by keyboard, and confirms what has no remark', async () => {
  await readFinished([4, 5, 6, 7, 8, 9, 10]);
  await givePin(panel);
  await tab('Hôm nay').focus();
  await panel.keyboard.press('End');
  await expect.poll(() => focused(panel)).toBe('Cả đợt');
  await confirmButton().waitFor();
  const before = await countIn(/Không vướng mắc/);
  expect(before).toBeGreaterThan(20);
  await panel.getByRole('button', { name: 'Xem', exact: true }).press('Enter');
  const [first] = await panel.getByRole('checkbox').all();
  await first?.focus();
  await panel.keyboard.press('Space');
  expect(await confirmButton().textContent()).toBe(`Xác nhận ${before - 1} hồ sơ`);
  await shoot(panel, 'mo-rong-ca-dot');
  await expectReadable(panel, NARROW);
  await first?.focus();
  await panel.keyboard.press('Enter');
  await panel.getByRole('button', { name: 'Xác nhận tự chấm' }).waitFor();
  expect(await panel.locator('#tab-score').getAttribute('aria-selected')).toBe('true');
  await tab('Cả đợt').click();
  const all = before - 1;
  await confirmButton().click();
  await panel.getByText(`Máy chủ đã nhận ${all}/${all}.`).waitFor({ timeout: 20_000 });
  await panel.getByText(new RegExp(`vừa xác nhận ${all} hồ sơ trong \\d+ giây`)).waitFor();
  await panel.getByRole('button', { name: 'Xem 3 hồ sơ ngẫu nhiên' }).click();
  const sample = panel.getByRole('list', { name: 'Hồ sơ lấy ngẫu nhiên' }).getByRole('button');
  await expect.poll(() => sample.count(), { timeout: 15_000 }).toBe(3);
  await panel.getByRole('button', { name: 'Hoàn tác cả đợt' }).click();
  // The records go only once the server has taken every score back.
  await expect.poll(() => countIn(/Không vướng mắc/), { timeout: 20_000 }).toBe(before);
  await panel.getByText('Hoàn tác được trong 10 phút.').waitFor();
  expect(await panel.getByText('Đã hoàn tác').count()).toBe(0);
});

it('an edited score waits alone, its text outlives the tab, and is confirmed with reason and evidence', async () => {
  await panel.getByRole('button', { name: 'Xem', exact: true }).click();
  await panel.getByRole('checkbox').first().press('Enter');
  await panel.getByLabel(/Tự chấm chỉ số 1/).selectOption('0');
  await panel.getByLabel(/Lý do sửa chỉ số 1/).fill('Chậm do chờ ý kiến của đơn vị phối hợp.');
  const code = (await panel.locator('.dossier-head h2').textContent()) ?? '';
  await tab('Cả đợt').click();
  const alone = panel.getByRole('button', { name: code });
  expect(await alone.textContent()).toContain('chưa đủ lý do và minh chứng');
  await alone.click();
  await panel.getByRole('button', { name: 'Xác nhận tự chấm' }).click();
  await panel.getByText(/Ghi minh chứng/).waitFor();
  await panel.getByLabel(/Minh chứng chỉ số 1/).fill('Công văn 12/SXD');
  await panel.getByRole('button', { name: 'Xác nhận tự chấm' }).click();
  await panel.getByText('Máy chủ đã nhận.').waitFor();
});

it('a score made on another computer stands beside what this one would send, before anything is typed', async () => {
  const code = (await panel.locator('.dossier-head h2').textContent()) ?? '';
  // This computer forgets it; the server does not.
  await panel.evaluate(
    (key) =>
      new Promise<void>((resolve, reject) => {
        const opening = indexedDB.open('danhgia-dvc');
        opening.onerror = () => reject(opening.error);
        opening.onsuccess = () => {
          const tx = opening.result.transaction('scores', 'readwrite');
          tx.objectStore('scores').delete(key);
          tx.oncomplete = () => {
            opening.result.close();
            resolve();
          };
        };
      }),
    code,
  );
  await panel.reload();
  const row = panel.getByRole('row', { name: 'Tổng thời gian' });
  await panel.getByText(/Máy chủ đang giữ điểm Anh\/Chị chấm lúc/).waitFor();
  const [number, name, system, server, here] = await row.getByRole('cell').allTextContents();
  // In time or before it, as the demo's day has it: what this computer would send is what the system says.
  expect([number, name, server, here]).toEqual(['1', 'Tổng thời gian', '0', system]);
  expect(system).toMatch(/^[12]$/);
  expect(await panel.getByRole('button', { name: 'Xác nhận tự chấm' }).count()).toBe(0);
  await expectReadable(panel, NARROW);
  await panel.getByRole('button', { name: 'Giữ điểm trên máy chủ' }).click();
  await panel.getByText('Máy chủ đã nhận.').waitFor();
});

it('an objection is raised in a period that takes them, and shows when it is answered at the latest', async () => {
  await panel.getByRole('button', { name: 'Nêu ý kiến về điểm' }).click();
  const text = panel.getByRole('textbox', { name: /^Ý kiến/ });
  await panel.getByLabel('Nói về').selectOption({ label: 'Kết quả cả kỳ của tôi' });
  await panel.getByRole('button', { name: 'Gửi ý kiến' }).click();
  await panel.getByText(/chưa đủ 10 ký tự/).waitFor();
  await text.fill('Danh sách chưa ghi lần tạm dừng chờ bổ sung.');
  await expectReadable(panel, NARROW);
  await panel.getByRole('button', { name: 'Gửi ý kiến' }).click();
  await panel.getByText('Máy chủ đã nhận ý kiến.').waitFor();
  const own = panel.locator('.objections li').first();
  expect(await own.textContent()).toMatch(/Đang chờ trả lời, hạn \d\d\/\d\d\/\d{4}.*chưa ghi lần tạm dừng/);
  expect(await text.inputValue()).toBe('');
});

it('the dossier has a survey link whose QR code says the same, and opens the survey', async () => {
  await tab('Hồ sơ này').click();
  await panel.getByText(/đã nhận [\d.]+ phiếu của người dân cho Sở Xây dựng/).waitFor();
  await panel.getByRole('button', { name: 'Mời người dân đánh giá' }).click();
  const link = await panel.getByLabel('Đường dẫn phiếu đánh giá').inputValue();
  expect(link).toMatch(new RegExp(`^${demo.url}/k/mau\\.[0-9A-Z]{16}$`));
  expect(await readQr(panel.locator('svg.qr').first())).toBe(`${link}?via=qr`);
  await expectReadable(panel, NARROW);
  await panel.getByRole('button', { name: 'Chuyển ra ki-ốt' }).scrollIntoViewIfNeeded();
  await shoot(panel, 'mo-rong-moi-danh-gia');
  const [slip] = await Promise.all([
    browser.context.waitForEvent('page'),
    panel.getByRole('link', { name: 'In phiếu mời' }).click(),
  ]);
  await slip.emulateMedia({ media: 'print' });
  expect(await slip.getByRole('article').textContent()).toContain(link);
  expect(await slip.getByRole('button').count()).toBe(0);
  await slip.emulateMedia({ media: null });
  await expectReadable(slip, [['dark', 320]]);
  await slip.emulateMedia({ media: 'print' });
  expect(await readQr(slip.locator('svg.qr'))).toBe(`${link}?via=qr`);
  await slip.close();
  const survey = await browser.context.newPage();
  await survey.goto(link);
  const code = (await panel.locator('.dossier-head h2').textContent()) ?? '?';
  await survey.getByText(code).first().waitFor();
  await survey.close();
});

it('a dossier goes to the tablet at the counter: taken back, then taken up and answered there', async () => {
  const kiosk = await browser.context.newPage();
  await kiosk.goto(`${demo.url}/kiosk/`);
  const code = /mã ghép máy (\S+)/.exec(demo.printed)?.[1] ?? '';
  await kiosk.getByLabel(/Mã ghép/).fill(code);
  await kiosk.getByRole('button', { name: /Ghép/ }).click();
  await kiosk.locator('button.face').first().waitFor();
  await panel.bringToFront();
  await panel.getByRole('button', { name: 'Chuyển ra ki-ốt' }).click();
  await panel.getByRole('button', { name: 'Chuyển ra Quầy 03' }).click();
  await panel.getByText(/Quầy 03: đang mời người dân/).waitFor();
  await panel.getByRole('button', { name: 'Lấy lại' }).click();
  await panel.getByText(/Quầy 03: đã lấy lại/).waitFor();
  await panel.getByRole('button', { name: 'Chuyển ra ki-ốt' }).click();
  await panel.getByRole('button', { name: 'Chuyển ra Quầy 03' }).click();
  await panel.getByText(/Quầy 03: đang mời người dân/).waitFor();
  await kiosk.bringToFront();
  await kiosk.getByRole('button', { name: 'Bắt đầu' }).click({ timeout: 20_000 });
  await panel.bringToFront();
  await panel.getByText(/Quầy 03: người dân đã nhận phiếu/).waitFor({ timeout: 20_000 });
  await kiosk.bringToFront();
  await kiosk.getByRole('radio', { name: 'Hài lòng', exact: true }).check();
  const send = kiosk.getByRole('button', { name: 'Gửi phiếu' });
  for (const next = kiosk.getByRole('button', { name: 'Tiếp tục' }); !(await send.isVisible()); ) await next.click();
  await send.click();
  await panel.bringToFront();
  await panel.getByText(/Quầy 03: đã có phiếu trả lời/).waitFor({ timeout: 20_000 });
  await kiosk.close();
});

it('every tab and the small window are readable in English on a narrow dark screen', async () => {
  const english = { type: 'panel.configure', configuration: { language: 'en' } };
  await panel.evaluate((message) => chrome.runtime.sendMessage(message), english);
  for (const name of ['Batch', 'Self-score', 'This dossier', 'Today']) {
    await tab(name).click();
    await panel.getByRole('tabpanel').locator('button, p').first().waitFor();
    await expectReadable(panel, [['dark', 320]]);
  }
  await panel.goto(`${browser.extension}/popup.html`);
  await panel
    .getByText(/overdue/)
    .first()
    .waitFor();
  await expectReadable(panel, [['dark', 320]]);
});

it('no page of the extension wrote an error on the way', () => {
  expect(browser.faults.filter((fault) => fault.startsWith(browser.extension))).toEqual([]);
});
