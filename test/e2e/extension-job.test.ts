import { readFile } from 'node:fs/promises';
import { strFromU8, unzipSync } from 'fflate';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { addDays } from '#rules/calendar/date.ts';
import { addWorkingDays, DEFAULT_OFFICE } from '#rules/calendar/working-time.ts';
import { formatDate } from '#rules/format.ts';
import { type Browser, shoot } from './browser.ts';
import { keptOn } from './kept-on.ts';
import { expectedStatus, type HostRow, isoTime, marksByPlace } from './marks.ts';
import { expectReadable, givePin, openDesk, seenCodes } from './panel-steps.ts';
import type { RunningDemo } from './start-demo.ts';
import { actOnPeriod, hostRows, localNow, nextDay, signIn } from './steps.ts';

const REASON = 'Chờ ý kiến của đơn vị phối hợp về quy hoạch.';
const NOTE = 'Chậm do chờ ý kiến của đơn vị phối hợp, đã báo công dân.';
const EVIDENCE = 'Công văn 12/SXD-QH';

type Row = HostRow & {
  readonly applicantName: string;
  readonly serviceName: string;
  readonly receiveDate: string;
  readonly dossierId: number;
};

let demo: RunningDemo;
let browser: Browser;
let host: Page;
let panel: Page;
let letter: Page;
let late: Row;

beforeAll(async () => {
  ({ demo, browser, host, panel } = await openDesk());
});
afterAll(async () => {
  await browser?.close();
  await demo?.stop();
});

const rowsOf = async (page: number) => (await hostRows(demo.url, page)) as Row[];
const show = async (hash: string): Promise<void> => {
  await host.bringToFront();
  await host.evaluate((to) => {
    location.hash = to;
  }, hash);
};

/** Shows a list until the panel knows every dossier on it. */
async function read(hash: string, rows: readonly Row[]): Promise<void> {
  await show(hash);
  const codes = rows.map((row) => row.dossierNo);
  await expect
    .poll(async () => (await seenCodes(panel)).filter((code) => codes.includes(code)).length, { timeout: 15_000 })
    .toBe(codes.length);
  await panel.bringToFront();
}

/** What the mark beside a dossier says to a screen reader; '' while there is none. */
const markOf = async ({ dossierNo }: Row): Promise<string> =>
  (await marksByPlace(host)).find(({ mark, row }) => mark === dossierNo && row === dossierNo)?.name ?? '';

it('the list gives an overdue dossier; the panel lists it, says what is owed and by which article', async () => {
  const rows = await rowsOf(1);
  const found = rows.find((row) => expectedStatus(row, localNow(), false) === 'overdue');
  if (!found) throw new Error('the story holds an overdue dossier on its first page');
  late = found;
  await read('#/danh-sach-ho-so/0?page=1', rows);
  await expect.poll(() => markOf(late), { timeout: 15_000 }).toMatch(/Quá hạn .*Cần xin lỗi/);
  await panel.getByRole('button', { name: /Quá hạn$/ }).click();
  await panel.getByRole('button', { name: new RegExp(late.dossierNo) }).click();
  await panel.getByRole('heading', { name: late.dossierNo }).waitFor();
  const shown = await panel.getByRole('tabpanel').textContent();
  expect(shown).toMatch(/Quá hạn .*Gửi văn bản xin lỗi và hẹn lại ngày trả.*khoản 6 Điều 19 NĐ 118\/2025\/NĐ-CP/);
});

it('its detail page gives the steps, each against its limit, and nobody who did them', async () => {
  await show(`#/danh-sach-ho-so/0/chi-tiet-ho-so/${late.dossierId}`);
  await panel.bringToFront();
  const steps = panel.getByRole('table', { name: 'Từng bước' });
  await steps.getByText('Tiếp nhận hồ sơ').waitFor();
  expect(await steps.textContent()).toContain('0,5 ngày');
  await shoot(panel, 'mo-rong-ho-so-nay');
  const shown = (await panel.textContent('body')) ?? '';
  expect(shown.toUpperCase()).not.toContain(late.applicantName);
});

it('the letter is not printed before its fields are right, and says which are not', async () => {
  [letter] = await Promise.all([
    browser.context.waitForEvent('page'),
    panel.getByRole('link', { name: 'Soạn văn bản xin lỗi' }).click(),
  ]);
  await letter.setViewportSize({ width: 1280, height: 1000 });
  await letter.evaluate(() => {
    Object.assign(window, { printed: 0, print: () => Object.assign(window, { printed: 1 }) });
  });
  await letter.getByRole('button', { name: 'In', exact: true }).click();
  await letter.getByText('Ghi lý do ít nhất 10 ký tự.').waitFor();
  await letter.getByText('Chọn ngày, giờ hẹn mới.').waitFor();
  // A Sunday some weeks on.
  const sunday = addDays(localNow().slice(0, 10), 35 - new Date(localNow().slice(0, 10)).getUTCDay());
  await letter.getByLabel('Hẹn lại lúc').fill(`${sunday}T09:00`);
  await letter.getByRole('button', { name: 'In', exact: true }).click();
  await letter.getByText(`Ngày ${formatDate(sunday)} cơ quan không làm việc`).waitFor();
  expect(await letter.evaluate(() => (window as unknown as { printed: number }).printed)).toBe(0);
});

const newDay = () => addWorkingDays(localNow().slice(0, 10), 3, DEFAULT_OFFICE);

it('the name is taken from the page on a press, and the paper and the document are filled rightly', async () => {
  await letter.getByLabel('Địa danh').fill('Phố Mẫu');
  await letter.getByLabel('Nơi gây chậm').fill('Phòng Quản lý quy hoạch');
  await letter.getByLabel('Lý do (bắt buộc)').fill(REASON);
  await letter.getByLabel('Loại lý do').selectOption('coordination');
  await letter.getByLabel('Hẹn lại lúc').fill(`${newDay()}T17:00`);
  expect(await letter.getByLabel('Tên người nhận').inputValue()).toBe('');
  await letter.getByRole('button', { name: 'Lấy tên từ trang' }).click();
  await expect.poll(() => letter.getByLabel('Tên người nhận').inputValue()).toBe(late.applicantName);
  await letter.getByRole('button', { name: 'In', exact: true }).click();
  expect(await letter.evaluate(() => (window as unknown as { printed: number }).printed)).toBe(1);

  const due = isoTime(late.dueDate);
  const expected = [
    `Kính gửi: Ông/Bà ${late.applicantName}`,
    `Ngày ${late.receiveDate.slice(0, 10)}, Sở Xây dựng tiếp nhận hồ sơ đề nghị giải quyết thủ tục hành chính: ${late.serviceName}; mã hồ sơ: ${late.dossierNo}.`,
    `Thời gian hẹn trả kết quả: ${due.slice(11, 13)} giờ ${due.slice(14)} phút, ngày ${formatDate(due)}.`,
    'Đến nay, Sở Xây dựng chưa giải quyết xong hồ sơ theo thời gian đã hẹn.',
    'Nơi gây chậm: Phòng Quản lý quy hoạch.',
    `Lý do: ${REASON}`,
    `Sở Xây dựng xin lỗi Ông/Bà và hẹn lại thời gian trả kết quả: 17 giờ 00 phút, ngày ${formatDate(newDay())}.`,
  ];
  await letter.emulateMedia({ media: 'print' });
  const printed = await letter.evaluate(() => document.body.innerText);
  await letter.emulateMedia({ media: null });
  for (const line of [...expected, 'VĂN BẢN XIN LỖI VÀ ĐỀ NGHỊ GIA HẠN THỜI GIAN GIẢI QUYẾT'])
    expect(printed).toContain(line);
  // Only the paper goes to the printer.
  expect(printed).not.toContain('Tải DOCX');
  const sheet = (await letter.pdf({ preferCSSPageSize: true })).toString('latin1');
  expect(sheet.match(/\/Type\s*\/Page\b/g)).toHaveLength(1);
  // A4 in points.
  expect(sheet).toMatch(/\/MediaBox\s*\[0 0 59[45][.\d]* 84[12][.\d]*\]/);

  const [download] = await Promise.all([
    letter.waitForEvent('download'),
    letter.getByRole('button', { name: 'Tải DOCX' }).click(),
  ]);
  expect(download.suggestedFilename()).toBe(`xin-loi-${late.dossierNo}.docx`);
  const files = unzipSync(new Uint8Array(await readFile(await download.path())));
  const text = (part: string) => strFromU8(files[part] ?? new Uint8Array());
  for (const line of expected) expect(text('word/document.xml')).toContain(line);
  expect(Object.keys(files).filter((part) => text(part).includes(late.applicantName))).toEqual(['word/document.xml']);
  await shoot(letter, 'mo-rong-xin-loi', true);
});

it('that it was sent is recorded on the server: when, until when, why by its kind; no name is kept anywhere', async () => {
  await letter.getByRole('button', { name: 'Ghi là đã gửi' }).click();
  await letter.getByText('Máy chủ đã nhận.').waitFor();
  const kept = await keptOn(panel);
  expect(kept).toContain(late.dossierNo);
  expect(kept.toUpperCase()).not.toContain(late.applicantName);
  await expectReadable(letter);
  await letter.setViewportSize({ width: 1280, height: 1000 });
  await letter
    .getByText('Quy định không cho hẹn lại lần thứ hai (khoản 6 Điều 19 NĐ 118/2025/NĐ-CP).')
    .waitFor({ state: 'hidden' });
  await letter.getByLabel('Hẹn lại lúc').fill(`${addWorkingDays(newDay(), 1, DEFAULT_OFFICE)}T17:00`);
  await letter.getByText('Quy định không cho hẹn lại lần thứ hai (khoản 6 Điều 19 NĐ 118/2025/NĐ-CP).').waitFor();
  await show('#/danh-sach-ho-so/0?page=1');
  await expect.poll(() => markOf(late), { timeout: 15_000 }).toMatch(/Quá hạn (?!.*Cần xin lỗi)/);
  await panel.bringToFront();
  await panel.getByRole('tab', { name: 'Hôm nay' }).click();
  await panel.getByRole('button', { name: /Cần xin lỗi$/ }).click();
  expect(await panel.getByRole('button', { name: new RegExp(late.dossierNo) }).count()).toBe(0);
});

let scored = '';

it('the officer scores a late dossier, changing one value with a reason and evidence', async () => {
  const now = localNow();
  const recent = addDays(now.slice(0, 10), -28);
  const isLate = (row: Row) =>
    row.finishDate !== '' && isoTime(row.releaseDate) > recent && expectedStatus(row, now, true) === 'overdue';
  let page = 4;
  let rows = await rowsOf(page);
  for (; !rows.some(isLate) && rows.length > 0; rows = await rowsOf(page)) page += 1;
  scored = rows.find(isLate)?.dossierNo ?? '';
  await read(`#/danh-sach-ho-so/1?page=${page}`, rows);
  await givePin(panel);
  await panel.getByRole('tab', { name: 'Hôm nay' }).click();
  await panel.getByRole('button', { name: /Chưa tự chấm/ }).click();
  await panel.getByRole('button', { name: new RegExp(scored) }).click();
  await panel.getByLabel(/Tự chấm chỉ số 1/).selectOption('10');
  await panel.getByLabel(/Lý do sửa chỉ số 1/).fill(NOTE);
  await panel.getByLabel(/Minh chứng chỉ số 1/).fill(EVIDENCE);
  await panel.getByRole('button', { name: 'Xác nhận tự chấm' }).click();
  await panel.getByText(/Hệ thống 0, tự chấm 1, chênh \+1/).waitFor();
  await panel.getByText('Máy chủ đã nhận.').waitFor();
});

it('the server shows the letter, and self, computed and their difference with the reason', async () => {
  const admin = await browser.context.newPage();
  const ask = (path: string) => admin.evaluate(async (to) => (await fetch(to)).json(), path);
  await admin.goto(`${demo.url}/admin/`);
  await signIn(admin);
  expect(await ask(`/v1/apologies?dossier=${late.dossierNo}`)).toMatchObject({
    promised: isoTime(late.dueDate),
    reappointed: [`${newDay()}T17:00`],
    letters: [{ promised: `${newDay()}T17:00`, reason: 'coordination' }],
  });
  await nextDay(browser, demo.url, admin);
  await admin.getByRole('link', { name: 'Kỳ đánh giá', exact: true }).click();
  await admin.getByText('Không có mục nào chặn chốt kỳ.').waitFor();
  await actOnPeriod(admin, 'Chốt kỳ', /Đã chốt lúc/);
  const { periods } = await ask('/v1/periods');
  const [{ period }] = periods;
  // The steps of the detail page came with the dossier: the story gives this unit none.
  const time = await ask(`/v1/periods/${period}/timeliness?by=course&unit=so-xay-dung`);
  expect(time.read.value).toBeGreaterThan(0);
  expect(time.rows.map(({ name }: { name: string }) => name)).toContain('Tiếp nhận hồ sơ');
  const { units } = await ask(`/v1/periods/${period}/results`);
  const unit = units.find(({ name }: { name: string }) => name === 'Sở Xây dựng');
  const first = unit.rows.find(({ indicator }: { indicator: number }) => indicator === 1);
  expect([first.self.points, first.computed.points, first.selfMinusComputed.tenths].every(Number.isFinite)).toBe(true);
  expect(first.selfMinusComputed.tenths).toBeGreaterThan(0);
  const behind = async (series: 'self' | 'computed') => {
    for (let after = ''; ; ) {
      const page = await ask(`/v1/periods/${period}/units/${unit.unit}/findings?series=${series}&indicator=1${after}`);
      const found = page.findings.find(({ dossier }: { dossier: string }) => dossier === scored);
      if (found || !page.next) return found;
      after = `&after=${encodeURIComponent(page.next)}`;
    }
  };
  expect(await behind('computed')).toMatchObject({
    points: 0,
    cite: expect.stringContaining('Điều 13 TT 01/2018/TT-VPCP'),
  });
  const self = await behind('self');
  expect([self.points, JSON.stringify(self)]).toEqual([10, expect.stringContaining(NOTE)]);
});

it('no page wrote an error on the way', () => {
  // The admin app asks who is signed in before anybody is; the browser reports that one refusal.
  expect(browser.faults.filter((fault) => !/401/.test(fault))).toEqual([]);
});
