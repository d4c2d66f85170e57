import { readFileSync } from 'node:fs';
import { type Browser, chromium } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { standInServer } from '../widget/stand-in-server.ts';
import { findHeadless } from './find-chromium.ts';

const HOST = 'http://cong.test/kiem-tra.html';
const TOKEN = 'mau.K7M29QXD4TWZ8R3F';

let browser: Browser;
let server: Awaited<ReturnType<typeof standInServer>>;
beforeAll(async () => {
  browser = await chromium.launch({
    executablePath: findHeadless(),
    args: ['--no-sandbox', '--disable-features=LocalNetworkAccessChecks'],
  });
  server = await standInServer();
  server.invite({
    status: 200,
    body: {
      ...{ unit: 'H99.01', unitName: 'Sở Tư pháp', procedure: null, procedureName: null, stage: 'returned' },
      ...{ dossier: 'H99.01-261110-0042', survey: 'danhgia-2026', version: 1, expires: '2026-12-31' },
    },
  });
});
afterAll(async () => {
  await browser.close();
  await server.close();
});

/** The lines of the page, once it has nothing more to say, as a portal with this policy shows it. */
async function checked(csp: string, query: string, timeout = 15_000): Promise<string[]> {
  const page = await browser.newPage();
  const answer = { headers: { 'access-control-allow-origin': '*' } };
  for (const file of ['widget.js', 'widget-check.js'])
    await page.route(`${server.url}/${file}`, (route) =>
      route.fulfill({ ...answer, contentType: 'text/javascript', path: `.output/widget/${file}` }),
    );
  await page.route(`${server.url}/widget.json`, (route) => route.fulfill({ ...answer, json: { file: 'widget-1.js' } }));
  const copy = readFileSync('.output/widget/widget-check.html', 'utf8').replace('"/widget', `"${server.url}/widget`);
  await page.route(`${HOST}*`, (route) =>
    route.fulfill({ body: copy, contentType: 'text/html', headers: { 'content-security-policy': csp } }),
  );
  await page.goto(HOST + query);
  // The last of the checks: the survey itself, at most ten seconds.
  await page
    .locator('li', { hasText: /^. Phiếu (hiện|không hiện|báo lỗi)/ })
    .first()
    .waitFor({ timeout })
    .catch(() => undefined);
  await page.waitForTimeout(300);
  const lines = await page.locator('#widget-check, li').allInnerTexts();
  await page.close();
  return lines.map((line) => line.replaceAll(server.url, 'S').replace(/\d+ ms/, '9 ms')).sort();
}

test('finds nothing to put right where the page allows what the guide says', async () => {
  const csp = `default-src 'none'; script-src ${server.url}; connect-src ${server.url}; require-trusted-types-for 'script'; trusted-types 'none'`;
  expect(await checked(csp, `?token=${TOKEN}&unit=H99.01&stage=returned`)).toEqual(
    [
      '! Trang không mở qua HTTPS. Phiếu vẫn chạy, nhưng ai ở giữa cũng đọc được câu trả lời: hãy bật HTTPS.',
      'Phiếu dưới đây ở chế độ thử: không câu trả lời nào được gửi. Dòng ✗ là việc cần sửa.',
      '✓ Máy chủ S trả lời.',
      '✓ Phiếu hiện sau 9 ms.',
      '✓ Token dùng được đến hết ngày 31/12/2026, khớp unit và stage.',
      '✓ Trình duyệt lưu được phiếu trên máy; mất mạng cũng không mất câu trả lời.',
      '✓ script-src cho phép S.',
    ].sort(),
  );
});

test('names the directive to add where the page forbids requests, and the attributes that do not fit', async () => {
  const lines = await checked(
    `default-src 'none'; script-src ${server.url}`,
    `?token=${TOKEN}&unit=H99.02&stage=returned`,
  );
  expect(lines).toContain('✗ CSP chặn connect-src tới S. Thêm S vào connect-src.');
  expect(lines).toContain(
    '✗ Không gọi được máy chủ S. Xem CSP (connect-src), tường lửa, và địa chỉ ở thuộc tính server.',
  );
  const open = await checked(`script-src ${server.url}`, `?token=${TOKEN}&unit=H99.02&stage=returned`);
  expect(open).toContain('✗ Token là của unit="H99.01" stage="returned". Sửa hai thuộc tính này cho khớp.');
});

test('finds a unit that does not exist, and asks no server that only the address names', async () => {
  const query = '?tenant=mau&unit=khong-co&server=https%3A%2F%2Fnoi-khac.test';
  const lines = await checked(`script-src ${server.url}; connect-src ${server.url}`, query);
  expect(lines).toContain('✗ Trang này chưa gắn đúng đơn vị. (unit.unknown)');
  expect(lines).toContain('✓ Máy chủ S trả lời.');
});

test('says what to add even where no script of the server may run', async () => {
  const [line] = await checked("default-src 'self'", '?tenant=mau&unit=H99.01', 1_000);
  expect(line).toContain('Script kiểm tra chưa chạy được.');
  expect(line).toContain('thêm địa chỉ máy chủ đánh giá vào script-src');
});
