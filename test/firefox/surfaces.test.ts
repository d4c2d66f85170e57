import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { addWorkingDays, DEFAULT_OFFICE } from '#rules/calendar/working-time.ts';
import type { HostRow } from '../e2e/marks.ts';
import { type RunningDemo, startDemo } from '../e2e/start-demo.ts';
import { hostRows, localNow } from '../e2e/steps.ts';
import { countPages } from './count-pages.ts';
import type { Marionette } from './marionette.ts';
import { type Firefox, openFirefox } from './open-firefox.ts';
import { until } from './until.ts';

const ID = 'danhgia-dvc@mot-cua';
const button = (name: string): string => `//button[normalize-space()="${name}"]`;
const field = (label: string): string => `//input[@id=//label[normalize-space()="${label}"]/@for]`;

let demo: RunningDemo;
let firefox: Firefox;
let drive: Marionette;
let extension: string;

beforeAll(async () => {
  [demo, firefox] = await Promise.all([startDemo(), openFirefox()]);
  drive = firefox.drive;
  // The whole first page of the list is in sight: marks are drawn for what is.
  await drive.send('WebDriver:SetWindowRect', { width: 1440, height: 1200 });
  await drive.send('Addon:Install', { path: `${process.cwd()}/.output/firefox-mv3`, temporary: true });
  const host = await drive.run<string>(
    'return WebExtensionPolicy.getByID(args[0]).mozExtensionHostname',
    [ID],
    'chrome',
  );
  extension = `moz-extension://${host}`;
});
afterAll(async () => {
  await firefox?.close();
  await demo?.stop();
});

const origins = (): Promise<string[]> =>
  drive.run(
    'return [...WebExtensionPolicy.getByID(args[0]).allowedOrigins.patterns].map((p) => p.pattern)',
    [ID],
    'chrome',
  );
const text = (): Promise<string> => drive.run('return document.body.innerText');
const shows = (words: RegExp): Promise<string> => until(text, (now) => words.test(now));

it('reads no site when it is installed and opens nothing by itself', async () => {
  expect((await origins()).filter((pattern) => pattern.startsWith('http'))).toEqual([]);
  await drive.go(`${extension}/sidepanel.html`);
  expect(await shows(/Bước 1\/4/)).toMatch(/Bước 1\/4/);
  expect(await drive.run('return browser.sidebarAction.isOpen({})')).toBe(false);
});

it('is enrolled and enabled in the four steps; each press asks for one host', async () => {
  await drive.press(button('Tiếp tục'));
  await drive.fill(field('Địa chỉ máy chủ'), demo.url);
  await drive.fill(field('Mã đăng ký do quản trị đơn vị cấp'), demo.enrolmentCode);
  await drive.press(button('Đăng ký máy này'));
  await drive.fill(field('Địa chỉ trang một cửa'), demo.url);
  await drive.press(button('Bật trên trang này'));
  await shows(/Bước 4\/4/);
  expect((await origins()).filter((pattern) => pattern.startsWith('http'))).toEqual(['http://127.0.0.1/*']);
  await drive.press(button('Đồng ý gửi'));
  expect(await shows(/Hôm nay/)).toMatch(/Hôm nay/);
});

it('draws one mark for each row of the list', async () => {
  await drive.go(`${demo.url}/demo/mot-cua`);
  const rows = (await hostRows(demo.url, 1)).map((row) => row.dossierNo).sort();
  const marks = (): Promise<string[]> => drive.inShadow('dvc-overlay', '.mark', { attribute: 'data-code' });
  const drawn = await until(marks, (codes) => codes.length === rows.length);
  expect([...drawn].sort()).toEqual(rows);
});

it('fills the letter, takes the name from the page, prints one sheet and saves the document', async () => {
  const rows = (await hostRows(demo.url, 1)) as (HostRow & Record<'applicantName' | 'serviceName', string>)[];
  const { dossierNo: code, applicantName: name, serviceName } = rows[0] as (typeof rows)[number];
  await drive.inNewTab();
  await drive.go(`${extension}/letter.html#${code}`);
  expect(await shows(/Lấy tên từ trang/)).toContain(`thủ tục hành chính: ${serviceName}; mã hồ sơ: ${code}.`);
  await drive.press(button('Lấy tên từ trang'));
  expect(await shows(new RegExp(name))).toContain(`Kính gửi: Ông/Bà ${name}`);
  await drive.fill('//*[@id="delayed-at"]', 'Phòng Quản lý quy hoạch');
  await drive.fill('//*[@id="reason"]', 'Chờ ý kiến của đơn vị phối hợp.');
  await drive.press('//*[@id="reason-kind"]/option[@value="coordination"]');
  const day = addWorkingDays(localNow().slice(0, 10), 3, DEFAULT_OFFICE);
  await drive.run(
    `const at = document.querySelector('#new-date');
    at.value = args[0];
    at.dispatchEvent(new Event('input', { bubbles: true }));`,
    [`${day}T17:00`],
  );
  await drive.run('window.print = () => document.body.setAttribute("data-printed", "")');
  await drive.press(button('In'));
  expect(await until(() => drive.run<boolean>('return "printed" in document.body.dataset'), Boolean)).toBe(true);
  const sheets = (await drive.send('WebDriver:Print')) as { value: string };
  expect(countPages(sheets.value)).toBe(1);

  await drive.press(button('Tải DOCX'));
  const file = join(firefox.downloads, `xin-loi-${code}.docx`);
  await until(
    async () => existsSync(file) && readdirSync(firefox.downloads).every((each) => !/part$/.test(each)),
    Boolean,
  );
  const document = strFromU8(unzipSync(readFileSync(file))['word/document.xml'] ?? new Uint8Array());
  for (const words of [`Kính gửi: Ông/Bà ${name}`, `mã hồ sơ: ${code}.`, 'Nơi gây chậm: Phòng Quản lý quy hoạch.'])
    expect(document).toContain(words);
});

it('counts what it read in the panel, in the language chosen in the options', async () => {
  await drive.go(`${extension}/options.html`);
  await shows(/Ngôn ngữ/);
  await drive.press('//select[@id=//label[normalize-space()="Ngôn ngữ"]/@for]/option[@value="en"]');
  expect(await shows(/Enabled sites/)).toMatch(/Enabled sites/);
  await drive.press(button('Show the diagnosis'));
  expect(await shows(/Last reading: .* \d+\/\d+ rows/)).toMatch(/Firefox\/\d+/);
  await drive.go(`${extension}/popup.html`);
  expect(await shows(/overdue/)).toMatch(/overdue[\s\S]*due today/);
});

it('its layer is out of sight once the extension is gone', async () => {
  await drive.go(`${demo.url}/demo/mot-cua`);
  const marks = (): Promise<string[]> => drive.inShadow('dvc-overlay', '.mark', { attribute: 'data-code' });
  await until(marks, (codes) => codes.length > 0);
  await drive.send('Addon:Uninstall', { id: ID });
  // Firefox stops our script at once: the layer is left in the page, and is to be seen no more.
  const sight = await until(
    () => drive.inShadow('dvc-overlay', '.mark', { style: 'visibility' }),
    (each) => each.every((visibility) => visibility === 'hidden'),
  );
  expect(new Set(sight)).toEqual(new Set(['hidden']));
});
