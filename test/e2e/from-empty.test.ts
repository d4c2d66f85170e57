import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { addDays } from '#rules/calendar/date.ts';
import type { Invitation } from '#wire/invitation.ts';
import { responseOf } from '../server/test-server.ts';
import { type Browser, openBrowser, shoot } from './browser.ts';
import { dossierCsv, type EmptyWorld, exportedDossier, openEmptyWorld } from './empty-world.ts';
import { enrolAt, scoreOne } from './officer-steps.ts';
import { actOnPeriod } from './steps.ts';

const DOSSIERS = 50_000;
const UNITS = Array.from({ length: 18 }, (_, i) => ({
  unit: `so-${String(i + 1).padStart(2, '0')}`,
  name: `Sở Mẫu số ${String(i + 1).padStart(2, '0')}`,
}));
const OFFICER = { code: 'CB-01', label: 'CB-01 · Quầy 1', pin: '2468' };
/** Of the first unit and its officer. */
const OWN = [18, 36, 54, 72, 90];
const PASSWORD = 'mot-cau-de-nho-2026';

let world: EmptyWorld;
let browser: Browser;
let admin: Page;
let panel: Page;
let portalKey = '';

beforeAll(async () => {
  [world, browser] = await Promise.all([openEmptyWorld(), openBrowser()]);
  admin = await browser.context.newPage();
});
afterAll(async () => {
  await browser?.close();
  await world?.close();
});

const next = () => admin.getByRole('link', { name: /^Tiếp: / }).click();
const atStep = (i: number, name: string) =>
  admin.getByRole('heading', { name: `Bước ${i} trong 8: ${name}` }).waitFor();
const result = (said: string | RegExp) => admin.locator('.stepper').getByText(said).waitFor();
const chooseUnit = () => admin.getByLabel('Đơn vị', { exact: true }).selectOption('so-01');

async function signIn(login: string): Promise<void> {
  await admin.goto(`${world.url}/admin/`);
  await admin.getByLabel(/Mã tỉnh/).fill('mau');
  await admin.getByLabel(/Tên đăng nhập/).fill(login);
  await admin.getByLabel(/Mật khẩu/).fill(PASSWORD);
  await admin.getByRole('button', { name: 'Đăng nhập' }).click();
  await admin.getByRole('heading', { name: /Hôm nay/ }).waitFor();
}

it('the first admin sets the province up step by step: settings, units, officer', async () => {
  await admin.goto(world.firstAdmin);
  await admin.getByLabel('Tên đăng nhập').fill('quantri');
  await admin.getByLabel('Mật khẩu', { exact: true }).fill(PASSWORD);
  await admin.getByLabel('Nhập lại mật khẩu').fill(PASSWORD);
  await admin.getByRole('button', { name: 'Tạo quản trị' }).click();
  await admin.getByRole('link', { name: 'Thiết lập', exact: true }).click();
  await atStep(1, 'Tỉnh');
  await shoot(admin, 'tu-dau-1-tinh', true);
  await admin.getByLabel('Tên tỉnh').fill('Tỉnh Mẫu');
  await admin.getByLabel(/Có quyết định áp dụng/).check();
  await admin.getByLabel('Số, ngày và cơ quan ban hành').fill('QĐ 1/QĐ-UBND (giả định) của UBND Tỉnh Mẫu');
  await admin.getByLabel('Có hiệu lực từ ngày').fill('2025-07-01');
  await admin.getByRole('button', { name: 'Lưu thiết lập của tỉnh' }).click();
  await admin.getByText('Đã lưu thiết lập của tỉnh.').waitFor();
  await next();
  await atStep(2, 'Đơn vị');
  await admin.getByText('Dán nhiều dòng từ bảng tính').click();
  const lines = UNITS.map(({ unit, name }) => [unit, name, 'tỉnh', '', '01/07/2025', ''].join('\t'));
  await admin.getByLabel('Các dòng').fill(lines.join('\n'));
  await admin.getByRole('button', { name: 'Nhập các dòng' }).click();
  await result('18 đơn vị, 0 trùng');
  await shoot(admin, 'tu-dau-2-don-vi');
  await next();
  await atStep(3, 'Cán bộ');
  await chooseUnit();
  await admin.getByLabel('Mã cán bộ').fill(OFFICER.code);
  await admin.getByLabel('Tên gọi trên danh sách').fill(OFFICER.label);
  await admin.getByLabel('Mã PIN').fill(OFFICER.pin);
  await admin.getByRole('button', { name: 'Thêm cán bộ' }).click();
  await admin.getByText('Đã thêm CB-01.').waitFor();
});

it('leaves for the period, the portal’s key and an account, and comes back to the step that is open', async () => {
  await admin.goto(`${world.url}/admin/#/ky?mo=1`);
  await admin.getByLabel('Tùy chọn').check();
  await admin.getByLabel('Ngày đầu kỳ').fill(addDays(world.today(), -60));
  await admin.getByLabel('Ngày cuối kỳ').fill(world.today());
  await admin.getByRole('button', { name: 'Mở kỳ' }).click();
  await admin.getByRole('dialog').getByRole('button', { name: 'Mở kỳ' }).click();
  await admin.getByText(/nhận phiếu và tự chấm đến hết ngày/).waitFor();
  await admin.goto(`${world.url}/admin/#/thiet-lap/khoa-cong`);
  await admin.getByLabel('Tên cổng').fill('Cổng dịch vụ công');
  await admin.getByRole('button', { name: 'Cấp khóa' }).click();
  portalKey = (await admin.getByLabel('Khóa cổng', { exact: true }).textContent()) ?? '';
  await admin.goto(`${world.url}/admin/#/thiet-lap/tai-khoan`);
  await admin.getByLabel('Tên đăng nhập').fill('quantri-so-01');
  await admin.getByLabel('Phạm vi').selectOption('so-01');
  await admin.getByLabel('Mật khẩu ban đầu').fill(PASSWORD);
  await admin.getByRole('button', { name: 'Thêm tài khoản' }).click();
  await admin.getByText('Đã thêm quantri-so-01.').waitFor();
  await admin.getByRole('link', { name: 'Thiết lập', exact: true }).click();
  await atStep(4, 'Phiếu');
  await admin.getByRole('button', { name: 'Dùng mẫu này' }).click();
  await result(/danhgia-2026 bản 1$/);
  await admin.getByLabel('Mẫu đem so').selectOption('binh-thuan-2019');
  await admin.getByRole('table').waitFor();
  await shoot(admin, 'tu-dau-4-phieu', true);
  await next();
});

async function period(): Promise<string> {
  const desk = await (await browser.context.request.get(`${world.url}/v1/desk`)).json();
  return (desk as { periods: { period: string }[] }).periods[0]?.period ?? '';
}

async function invitation(n: number): Promise<Invitation> {
  const response = await fetch(`${world.url}/v1/invitations`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${portalKey}` },
    body: JSON.stringify({ dossier: exportedDossier(n, world.today()).code, unit: 'so-01', stage: 'returned' }),
  });
  return (await response.json()) as Invitation;
}

it('the code pasted into a portal of another origin is seen live, and a citizen answers there', async () => {
  await atStep(5, 'Mã nhúng');
  await chooseUnit();
  const snippet = (await admin.locator('pre.snippet').textContent()) ?? '';
  const { token } = await invitation(0);
  world.put(snippet.replace('stage="returned"', `stage="returned" token="${token}"`));
  await admin.getByLabel('Địa chỉ cổng').fill(`${world.portal}/tra-cuu`);
  await admin.getByRole('button', { name: 'Kiểm tra địa chỉ này' }).click();
  await admin.getByText(/Chưa thấy phiếu ở địa chỉ này/).waitFor();
  const portal = await browser.context.newPage();
  await portal.goto(world.portal);
  const survey = portal.locator('dvc-survey');
  await survey.getByRole('radio', { name: 'Hài lòng', exact: true }).check();
  await survey.getByRole('button', { name: 'Gửi phiếu' }).click();
  await survey.getByText(/Đã nhận phiếu/).waitFor();
  await shoot(portal, 'tu-dau-5-cong');
  await portal.close();
  await admin.bringToFront();
  await admin.getByText(/✓ đã thấy phiếu lúc/).waitFor();
  await shoot(admin, 'tu-dau-5-ma-nhung', true);
  await next();
});

it('an officer enrols the built extension with the code and opens the back office', async () => {
  await atStep(6, 'Máy cán bộ');
  await chooseUnit();
  await admin.getByLabel('Tên máy').fill('Quầy 1');
  await admin.getByRole('button', { name: 'Cấp mã đăng ký' }).click();
  const code = (await admin.locator('output.code').textContent()) ?? '';
  panel = await enrolAt(browser, world, code);
  await admin.bringToFront();
  await next();
});

it('50.000 dossiers are taken in, citizens answer for five of them, and the set-up is done', async () => {
  await atStep(7, 'Nhập hồ sơ');
  const asked = admin.waitForEvent('filechooser');
  await admin.getByLabel('Tệp', { exact: true }).click();
  const units = UNITS.map(({ unit }) => unit);
  const buffer = dossierCsv(DOSSIERS, units, OFFICER.code, world.today());
  await (await asked).setFiles({ name: 'ho-so.csv', mimeType: 'text/csv', buffer });
  await admin.getByRole('button', { name: 'Nhập thử' }).click();
  await admin.getByText(/Nhập thử xong, chưa ghi gì. Nếu nhập: 50\.000 mới/).waitFor({ timeout: 120_000 });
  await admin.getByRole('button', { name: 'Nhập dữ liệu', exact: true }).click();
  await admin.getByText(/Đã nhập 50\.000 dòng: 50\.000 mới/).waitFor({ timeout: 120_000 });
  await result('50.000 hồ sơ');
  // An answer counts for a dossier that is on record: five of one unit, enough for it to be shown.
  for (const n of OWN) {
    const body = responseOf(n, { unit: 'so-01', procedure: '1.009974', token: (await invitation(n)).token });
    const response = await fetch(`${world.url}/v1/responses`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
    expect([n, response.status]).toEqual([n, 201]);
  }
  await shoot(admin, 'tu-dau-7-nhap');
  await next();
  await admin.getByText('Đã thiết lập xong các bước.').waitFor();
  await shoot(admin, 'tu-dau-8-xong');
});

it('the officer sits down and scores a dossier in the panel', async () => {
  await scoreOne(browser, world, panel, OFFICER, OWN);
  await admin.bringToFront();
});

it('the period is closed and sealed, its report read and taken as a document, and published', async () => {
  await admin.getByRole('button', { name: 'Đăng xuất' }).click();
  await admin.getByLabel(/Mã tỉnh/).waitFor();
  world.nextDay();
  await signIn('quantri');
  await admin.getByRole('link', { name: 'Kỳ đánh giá', exact: true }).click();
  await admin.getByText('Không có mục nào chặn chốt kỳ.').waitFor();
  await actOnPeriod(admin, 'Chốt kỳ', /Đã chốt lúc/);
  await shoot(admin, 'tu-dau-9-chot');
  await admin.goto(`${world.url}/admin/#/ket-qua/${await period()}/so-01/${OFFICER.code}`);
  // One dossier was scored, as the system has it: 1 or 2 points by the day this runs on.
  const own = admin.locator(`[data-figure="officer/${OFFICER.code}/1/self"]`);
  expect(await own.textContent()).toMatch(/^[12],0/);
  await admin.getByRole('link', { name: 'Kỳ đánh giá', exact: true }).click();
  await actOnPeriod(admin, 'Khóa sổ', /Đã khóa sổ lúc/);
  await admin.getByRole('link', { name: 'Báo cáo', exact: true }).click();
  await admin.getByRole('heading', { name: 'Báo cáo', exact: true }).waitFor();
  const document = admin.getByRole('link', { name: /DOCX/ }).first();
  await document.waitFor();
  await shoot(admin, 'tu-dau-10-bao-cao');
  const file = await admin.evaluate(
    async (path) => [...new Uint8Array(await (await fetch(path)).arrayBuffer()).slice(0, 2)],
    (await document.getAttribute('href')) ?? '',
  );
  // «PK»: a packed document, not a refusal.
  expect(file).toEqual([0x50, 0x4b]);
  await admin.getByRole('link', { name: 'Kỳ đánh giá', exact: true }).click();
  await actOnPeriod(admin, 'Công khai', /Đã công khai lúc/);
  const page = await browser.context.newPage();
  await page.goto(`${world.url}/cong-khai/mau`);
  await page.getByText('Tỉnh Mẫu').first().waitFor();
  await shoot(page, 'tu-dau-11-cong-khai', true);
  await page.close();
});

it('the admin of one unit sees that unit and no other', async () => {
  await admin.bringToFront();
  await admin.getByRole('button', { name: 'Đăng xuất' }).click();
  await admin.getByLabel(/Mã tỉnh/).waitFor();
  await signIn('quantri-so-01');
  const row = admin.getByRole('row', { name: /Sở Mẫu số 01/ });
  for (const name of ['Hôm nay', 'Kết quả', 'Chất lượng phiếu', 'Tiến độ', 'Báo cáo', 'Thiết lập']) {
    await admin.getByRole('link', { name, exact: true }).first().click();
    await admin.getByRole('heading', { level: 1, name: new RegExp(name) }).waitFor();
    await admin.waitForFunction(() => document.querySelector('.loading') === null);
    expect(await admin.locator('main').textContent(), name).not.toContain('Sở Mẫu số 02');
    if (name === 'Kết quả') expect(await row.textContent()).toMatch(/5.*2\.778/);
    await shoot(admin, `tu-dau-12-don-vi-${name.toLowerCase().replaceAll(' ', '-')}`);
  }
  // Asked beside the page: a refusal there would stand in its console.
  const path = `/v1/periods/${await period()}/units/so-02`;
  expect((await browser.context.request.get(`${world.url}${path}`)).status()).toBe(403);
});

it('no page wrote an error on the way', () => {
  // The admin app asks who is signed in before anybody is; the browser reports that one refusal.
  expect(browser.faults.filter((fault) => !/401/.test(fault))).toEqual([]);
});
