import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type Browser, openBrowser, shoot } from './browser.ts';
import { expectedStatus, type HostRow, marksByPlace, watchFrames } from './marks.ts';
import { type RunningDemo, startDemo } from './start-demo.ts';

const NOTE = 'Chậm do chờ ý kiến của đơn vị phối hợp, đã báo công dân.';

let demo: RunningDemo;
let browser: Browser;
let admin: Page;
let host: Page;
let panel: Page;

const localNow = () => new Date(Date.now() + 7 * 3_600_000).toISOString().slice(0, 16);

beforeAll(async () => {
  [demo, browser] = await Promise.all([startDemo(), openBrowser()]);
});
afterAll(async () => {
  await browser?.close();
  await demo?.stop();
});

async function rowsOf(page: number, size = 15): Promise<HostRow[]> {
  const response = await fetch(`${demo.url}/demo/mot-cua/dossiers?page=${page}&size=${size}`);
  return ((await response.json()) as { data: HostRow[] }).data;
}

/** The overlay has drawn one mark for each of `codes` and no other. */
async function marksSettle(codes: readonly string[]): Promise<void> {
  await expect
    .poll(async () => (await marksByPlace(host)).map((m) => m.mark).sort(), { timeout: 10_000 })
    .toEqual([...codes].sort());
}

async function receivedTotal(): Promise<number> {
  const response = await admin.evaluate(async () => (await fetch('/v1/received')).json());
  return (response as { total: number }).total;
}

it('the admin signs in and sees how many forms have come', async () => {
  admin = await browser.context.newPage();
  await admin.goto(`${demo.url}/admin/`);
  await admin.getByLabel(/Mã tỉnh/).fill('mau');
  await admin.getByLabel(/Tên đăng nhập/).fill('quantri');
  await admin.getByLabel(/Mật khẩu/).fill('TrinhDien-2026');
  await admin.getByRole('button', { name: 'Đăng nhập' }).click();
  await admin.getByRole('heading', { name: /Hôm nay/ }).waitFor();
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
  await survey.getByText(/[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{2}/).waitFor();
  await shoot(portal, 'cong-da-nhan');
  expect(await receivedTotal()).toBe(before + 1);
  await portal.close();
});

it('an officer enrols the browser, enables the back office and sees what will be sent', async () => {
  host = await browser.context.newPage();
  await host.goto(`${demo.url}/demo/mot-cua`);
  panel = await browser.context.newPage();
  await panel.setViewportSize({ width: 420, height: 900 });
  await panel.goto(`${browser.extension}/sidepanel.html`);
  await panel.getByRole('button', { name: 'Tiếp tục' }).click();
  await panel.getByLabel('Địa chỉ máy chủ').fill(demo.url);
  await panel.getByLabel('Mã đăng ký do quản trị đơn vị cấp').fill(demo.enrolmentCode);
  await panel.getByRole('button', { name: 'Đăng ký máy này' }).click();
  await panel.getByLabel('Địa chỉ trang một cửa').fill(demo.url);
  await panel.getByRole('button', { name: 'Bật trên trang này' }).click();
  await panel.getByText(/Nguyên văn/).waitFor();
  await shoot(panel, 'mo-rong-xem-truoc');
  const preview = await panel.getByLabel('Dữ liệu sẽ gửi').textContent();
  const [first] = await rowsOf(1);
  expect(preview).toContain(first?.dossierNo);
  // The list shows an applicant column in capitals; not one of its names may be in what is sent.
  expect(preview).not.toMatch(/NGUYỄN|TRẦN|PHẠM/);
  await panel.getByRole('button', { name: 'Đồng ý gửi' }).click();
  await panel.getByRole('tab', { name: 'Hôm nay' }).waitFor();
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
    const shown = new Map((await marksByPlace(host)).map((m) => [m.row, m.status]));
    for (const row of rows)
      expect([row.dossierNo, shown.get(row.dossierNo)]).toEqual([row.dossierNo, expectedStatus(row, now, false)]);
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

it('the officer confirms a self-score, changing one value with a reason', async () => {
  await host.evaluate(() => {
    location.hash = '#/danh-sach-ho-so/1?page=5';
  });
  const rows = await rowsOf(5);
  await marksSettle(rows.map((row) => row.dossierNo));
  const late = rows.find((row) => expectedStatus(row, localNow(), true) === 'overdue');
  expect(late, 'the seeded list has a late dossier on this page').toBeDefined();
  await panel.bringToFront();
  await panel.getByRole('button', { name: 'Đổi người' }).click();
  await panel.getByLabel('Cán bộ').selectOption('CB-0117');
  await panel.getByLabel('Mã PIN').fill('2468');
  await panel.getByRole('button', { name: 'Vào làm việc' }).click();
  await panel.getByText('CB-0117 · Quầy 1').first().waitFor();
  await panel.getByRole('button', { name: /Chưa tự chấm/ }).click();
  await shoot(panel, 'mo-rong-hom-nay');
  await panel.getByRole('button', { name: new RegExp(late?.dossierNo ?? '') }).click();
  const first = panel.getByLabel(/Tự chấm chỉ số 1/);
  expect(await first.inputValue()).toBe('0');
  await first.selectOption('10');
  await panel.getByRole('button', { name: 'Xác nhận tự chấm' }).click();
  await panel.getByText(/Ghi lý do ít nhất 10 ký tự/).waitFor();
  await panel.getByLabel(/Lý do sửa chỉ số 1/).fill(NOTE);
  await shoot(panel, 'mo-rong-tu-cham');
  await panel.getByRole('button', { name: 'Xác nhận tự chấm' }).click();
  await panel.getByText(/Đã ghi tự chấm/).waitFor();
});
