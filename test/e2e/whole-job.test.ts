import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { addDays } from '#rules/calendar/date.ts';
import { type Browser, openBrowser, shoot } from './browser.ts';
import { expectedStatus, type HostRow, isoTime, marksByPlace, watchFrames } from './marks.ts';
import { agree, enrolPanel } from './panel-steps.ts';
import { type RunningDemo, startDemo } from './start-demo.ts';
import { actOnPeriod, hostRows, localNow, marksAre, nextDay, receivedBy, signIn } from './steps.ts';

const NOTE = 'Chậm do chờ ý kiến của đơn vị phối hợp, đã báo công dân.';

let demo: RunningDemo;
let browser: Browser;
let admin: Page;
let host: Page;
let panel: Page;

beforeAll(async () => {
  [demo, browser] = await Promise.all([startDemo(), openBrowser()]);
});
afterAll(async () => {
  await browser?.close();
  await demo?.stop();
});

const rowsOf = (page: number) => hostRows(demo.url, page);
const marksSettle = (codes: readonly string[]) => marksAre(host, codes);
const receivedTotal = () => receivedBy(admin);

it('the admin signs in and sees how many forms have come', async () => {
  admin = await browser.context.newPage();
  await admin.goto(`${demo.url}/admin/`);
  await signIn(admin);
  await shoot(admin, 'quan-tri-hom-nay');
  expect(await receivedTotal()).toBeGreaterThan(500);
});

it('a citizen answers on the portal and the received count rises at once', async () => {
  const before = await receivedTotal();
  const portal = await browser.context.newPage();
  await portal.goto(`${demo.url}/demo/portal`);
  const survey = portal.locator('dvc-survey');
  await survey.getByRole('radio', { name: 'Hài lòng', exact: true }).check();
  await survey.getByRole('radio', { name: 'Trước ngày hẹn' }).check();
  await survey.getByRole('radio', { name: /^1 lần \(chỉ/ }).check();
  await survey.getByRole('radio', { name: /^1 cơ quan/ }).check();
  await survey.getByRole('radio', { name: /Lịch sự/ }).check();
  await shoot(portal, 'cong-phieu', true);
  await survey.getByRole('button', { name: 'Gửi phiếu' }).click();
  await survey.getByText(/Đã nhận phiếu/).waitFor();
  expect(await survey.getByLabel(/Mã phiếu/).inputValue()).toMatch(
    /^[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{2}$/,
  );
  await shoot(portal, 'cong-da-nhan');
  expect(await receivedTotal()).toBe(before + 1);
});

it('an officer enrols the browser, enables the back office and sees what will be sent', async () => {
  host = await browser.context.newPage();
  await host.goto(`${demo.url}/demo/mot-cua`);
  panel = await enrolPanel(browser, demo);
  await panel.getByText(/Nguyên văn/).waitFor();
  await shoot(panel, 'mo-rong-xem-truoc');
  const preview = await panel.getByLabel('Dữ liệu sẽ gửi', { exact: true }).textContent();
  const [first] = await rowsOf(1);
  expect(preview).toContain(first?.dossierNo);
  // The list shows an applicant column in capitals; not one of its names may be in what is sent.
  expect(preview).not.toMatch(/NGUYỄN|TRẦN|PHẠM/);
  await agree(panel);
});

it('every row of the list carries the right mark', async () => {
  await host.bringToFront();
  for (const page of [1, 2, 3]) {
    await host.evaluate((n) => {
      location.hash = `#/danh-sach-ho-so/0?page=${n}`;
    }, page);
    const rows = await rowsOf(page);
    await marksSettle(rows.map((row) => row.dossierNo));
    const now = localNow();
    const shown = new Map((await marksByPlace(host)).map((m) => [m.row, m]));
    for (const row of rows) {
      const mark = shown.get(row.dossierNo);
      const status = expectedStatus(row, now, false);
      // An apology is owed where the promised date has passed without a result, and nowhere else.
      const owed = status === 'overdue';
      expect([row.dossierNo, mark?.status, /xin lỗi/.test(mark?.name ?? '')]).toEqual([row.dossierNo, status, owed]);
    }
    if (page === 1) await shoot(host, 'mot-cua-dau-han');
  }
});

it('and in the list with result dates', async () => {
  await host.evaluate(() => {
    location.hash = '#/danh-sach-ho-so/1?page=4';
  });
  const rows = await rowsOf(4);
  await marksSettle(rows.map((row) => row.dossierNo));
  const now = localNow();
  for (const { row, status } of await marksByPlace(host)) {
    const facts = rows.find((r) => r.dossierNo === row);
    expect([row, status]).toEqual([row, facts && expectedStatus(facts, now, true)]);
  }
});

it('50 page changes move no mark to another dossier, in no painted frame', async () => {
  const stop = await watchFrames(host);
  for (let i = 0; i < 50; i += 1) {
    const page = 1 + ((i * 7) % 24);
    await host.evaluate((n) => {
      location.hash = `#/danh-sach-ho-so/0?page=${n}`;
    }, page);
    // Every third change does not wait for the marks: the next page comes while they are being drawn.
    if (i % 3 === 2) await host.waitForTimeout(40);
    else await marksSettle((await rowsOf(page)).map((row) => row.dossierNo));
  }
  const { frames, wrong } = await stop();
  expect(frames).toBeGreaterThan(100);
  expect(wrong).toEqual([]);
});

let scored = '';

it('the officer confirms a self-score, changing one value with a reason', async () => {
  // The first page of the result list that shows a dossier handed over late.
  const now = localNow();
  let page = 4;
  let rows = await rowsOf(page);
  // In the last four weeks nobody has scored yet.
  const recent = addDays(now.slice(0, 10), -28);
  const isLate = (row: HostRow) =>
    row.finishDate !== '' && isoTime(row.releaseDate) > recent && expectedStatus(row, now, true) === 'overdue';
  for (; !rows.some(isLate) && rows.length > 0; rows = await rowsOf(page)) page += 1;
  const late = rows.find(isLate)?.dossierNo ?? '';
  expect(late, 'the story holds a dossier handed over late in the last four weeks').not.toBe('');
  await host.bringToFront();
  await host.evaluate((n) => {
    location.hash = `#/danh-sach-ho-so/1?page=${n}`;
  }, page);
  await marksSettle(rows.map((row) => row.dossierNo));
  await panel.bringToFront();
  await panel.getByRole('button', { name: 'Đổi người' }).click();
  await panel.getByLabel('Cán bộ').selectOption('CB-0117');
  await panel.getByLabel('Mã PIN').fill('2468');
  await panel.getByRole('button', { name: 'Vào làm việc' }).click();
  await panel.getByText('CB-0117 · Quầy 1').first().waitFor();
  await panel.getByRole('button', { name: /Chưa tự chấm/ }).click();
  await shoot(panel, 'mo-rong-hom-nay');
  await panel.getByRole('button', { name: new RegExp(late) }).click();
  const first = panel.getByLabel(/Tự chấm chỉ số 1/);
  expect(await first.inputValue()).toBe('0');
  await first.selectOption('10');
  await panel.getByRole('button', { name: 'Xác nhận tự chấm' }).click();
  await panel.getByText(/Ghi lý do ít nhất 10 ký tự/).waitFor();
  await panel.getByLabel(/Lý do sửa chỉ số 1/).fill(NOTE);
  await panel.getByLabel(/Minh chứng chỉ số 1/).fill('Công văn 12/SXD');
  await shoot(panel, 'mo-rong-tu-cham');
  await panel.getByRole('button', { name: 'Xác nhận tự chấm' }).click();
  await panel.getByText(/Đã ghi tự chấm/).waitFor();
  await panel.getByText('Máy chủ đã nhận.').waitFor();
  scored = late;
});

it('the admin closes the period and sees citizen, system and self side by side, down to article and reason', async () => {
  await admin.bringToFront();
  await admin.getByRole('link', { name: 'Kỳ đánh giá', exact: true }).click();
  await admin.getByText('Chặn chốt kỳ (1)').waitFor();
  await shoot(admin, 'quan-tri-kiem-tra');
  await nextDay(browser, demo.url, admin);
  await admin.getByRole('link', { name: 'Kỳ đánh giá', exact: true }).click();
  await admin.getByText('Không có mục nào chặn chốt kỳ.').waitFor();
  await actOnPeriod(admin, 'Chốt kỳ', /Đã chốt lúc/);
  await admin.getByRole('link', { name: 'Kết quả', exact: true }).click();
  await admin.getByRole('link', { name: 'Sở Xây dựng' }).click();
  await admin.getByRole('heading', { name: 'Sở Xây dựng' }).waitFor();
  const row = admin.getByRole('row', { name: /Tổng thời gian/ });
  for (const series of ['Người dân', 'Hệ thống', 'Tự chấm', 'Chính thức'])
    expect(await row.getByRole('button', { name: new RegExp(`Chỉ số 1, ${series}: \\d,\\d, n = \\d+`) }).count()).toBe(
      1,
    );
  await shoot(admin, 'quan-tri-don-vi', true);
  await row.getByRole('button', { name: /Chỉ số 1, Tự chấm/ }).click();
  const grounds = admin.getByRole('dialog');
  const more = grounds.getByRole('button', { name: 'Xem thêm hồ sơ' });
  await grounds.getByRole('listitem').first().waitFor();
  while ((await grounds.getByText(scored).count()) === 0) {
    await more.click();
    await more.or(grounds.getByText(scored)).first().waitFor();
  }
  const item = grounds.getByRole('listitem').filter({ hasText: scored });
  expect(await item.textContent()).toContain(NOTE);
  expect(await item.textContent()).toContain('Điều 13 TT 01/2018/TT-VPCP');
  await item.scrollIntoViewIfNeeded();
  await shoot(admin, 'quan-tri-can-cu');
  await admin.keyboard.press('Escape');
});

it('seals and publishes it, and the public page shows the grade without any script', async () => {
  await admin.getByRole('link', { name: 'Kỳ đánh giá', exact: true }).click();
  await actOnPeriod(admin, 'Khóa sổ', /Đã khóa sổ lúc/);
  await actOnPeriod(admin, 'Công khai', /Đã công khai lúc/);
  await shoot(admin, 'quan-tri-da-cong-khai');
  const response = await fetch(`${demo.url}/cong-khai/mau`);
  expect(await response.text()).not.toContain('<script');
  const page = await browser.context.newPage();
  await page.goto(`${demo.url}/cong-khai/mau`);
  const grade = page.getByRole('row', { name: /Sở Xây dựng/ });
  expect(await grade.textContent()).toMatch(/Xuất sắc|Tốt|Khá|Trung bình|Yếu/);
  await page.getByText('Dữ liệu giả định').first().waitFor();
  await shoot(page, 'cong-khai', true);
});

it('no page wrote an error on the way', () => {
  // The admin app asks who is signed in before anybody is; the browser reports that one refusal.
  expect(browser.faults.filter((fault) => !/401/.test(fault))).toEqual([]);
});
