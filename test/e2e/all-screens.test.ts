import { gzipSync } from 'node:zlib';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { screens } from '../../server/admin/screens/index.ts';
import { axeFindings } from './axe.ts';
import { openPages, type Pages } from './browser.ts';
import { type RunningDemo, startDemo } from './start-demo.ts';
import { signIn } from './steps.ts';

const MOST_BYTES = 150 * 1024;
const UNIT = 'so-xay-dung';
const PAST = 'ky-truoc';
/** What screens hold beside their first look. */
const WITHIN: Readonly<Record<string, readonly string[]>> = {
  'ket-qua': [`ket-qua/${PAST}`, `ket-qua/${PAST}/${UNIT}`, `ket-qua/${PAST}/${UNIT}/CB-0117`],
  'thu-tuc': [`thu-tuc/${PAST}`, `thu-tuc/${PAST}/1.009974`],
  'qd-766': [`qd-766?ky=${PAST}`],
  'can-xem-lai': [`can-xem-lai?ky=${PAST}`, `can-xem-lai?ky=${PAST}&muc=selfAbove%2F${UNIT}%2F`],
  'noi-dung': [`noi-dung?ky=${PAST}`],
  'mau-tham-dinh': [`mau-tham-dinh?ky=${PAST}`, `mau-tham-dinh?ky=${PAST}&don-vi=${UNIT}`],
  'so-sanh': [`so-sanh/${PAST}`],
  'gop-y': [`gop-y/y-kien?ky=${PAST}`, `gop-y/tra-loi-chung?ky=${PAST}`],
  'chat-luong': [`chat-luong?ky=${PAST}`, `chat-luong/xac-nhan-nhanh?ky=${PAST}`],
  'tien-do': [`tien-do?ky=${PAST}`],
  'bao-cao': [`bao-cao?ky=${PAST}`],
  ky: ['ky?mo=1', `ky/${PAST}`, `ky/${PAST}/so-lieu`],
  'thiet-lap': [
    ...[
      'tinh',
      'don-vi',
      'thu-tuc',
      'tai-khoan',
      'can-bo',
      'may',
      'ki-ot',
      'khoa-cong',
      'khoa-ky',
      'rieng-tu',
      'nhat-ky',
    ],
    ...['ma-nhung', 'gui-tin', 'mat-khau', 'ma-hai-buoc', 'phien'],
    ...['tinh', 'don-vi', 'can-bo', 'phieu', 'ma-nhung', 'may', 'nhap-ho-so', 'xong'].map(
      (step) => `tung-buoc/${step}`,
    ),
  ].map((part) => `thiet-lap/${part}`),
};
/** What other people see otherwise than who administers the province, by their account. */
const OF_OTHERS: Readonly<Record<string, readonly string[]>> = {
  'quantri-sxd': [
    '',
    `ket-qua/${PAST}`,
    `can-xem-lai?ky=${PAST}`,
    'tien-do',
    `bao-cao?ky=${PAST}`,
    `ky/${PAST}/so-lieu`,
    'thiet-lap/can-bo',
  ],
  thamdinh: ['', `tham-dinh?don-vi=${UNIT}`, 'y-kien', `can-xem-lai?ky=${PAST}`, 'gop-y', 'ky'],
  xem: ['', `tham-dinh?don-vi=${UNIT}`, 'ky', 'thiet-lap'],
  thanhtra: ['gop-y', 'thiet-lap'],
};
const ADDRESSES = screens.flatMap(({ path }) => [path, ...(WITHIN[path] ?? [])]);

let demo: RunningDemo;
let browser: Pages;
let admin: Page;
/** `GET /v1/…` since the last move, by path. */
let asked: string[] = [];
let first: { path: string; bytes: number }[] = [];

beforeAll(async () => {
  [demo, browser] = await Promise.all([startDemo(), openPages()]);
  admin = await browser.context.newPage();
  await admin.goto(`${demo.url}/admin/`);
  await signIn(admin);
});
afterAll(async () => {
  await browser?.close();
  await demo?.stop();
});

/** What axe finds as the page stands, rows after the fifth of a table being like those before. */
async function found(page: Page, look: string, rules?: 'contrast' | 'but-contrast'): Promise<string[]> {
  const findings = await axeFindings(page, { without: 'tbody tr:nth-child(n + 6)', ...(rules ? { rules } : {}) });
  return findings.map(({ id, target }) => `${look} ${id} ${target}`);
}

/** How much is cut at the side. */
const cutOff = () => admin.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);

async function speak(name: 'VI, tiếng Việt' | 'EN, English', lang: string): Promise<void> {
  await admin.getByRole('button', { name }).click();
  await admin.waitForFunction((code) => document.documentElement.lang === code, lang);
}

/** What is folded is not asked for yet. */
const settled = (page: Page) =>
  page.waitForFunction(
    () =>
      document.querySelector('main h1') !== null &&
      ![...document.querySelectorAll('.loading')].some((loading) => loading.checkVisibility()),
  );

async function goTo(path: string): Promise<void> {
  asked = [];
  await admin.evaluate((hash) => {
    location.hash = `#/${hash}`;
  }, path);
  await settled(admin);
}

it('the first view weighs at most 150 KiB packed', async () => {
  const page = await browser.context.newPage();
  const loads: Promise<{ path: string; bytes: number }>[] = [];
  page.on('response', (response) => {
    const path = new URL(response.url()).pathname;
    loads.push(
      response.body().then(
        (body) => ({ path, bytes: gzipSync(body).length }),
        () => ({ path, bytes: 0 }),
      ),
    );
  });
  await page.goto(`${demo.url}/admin/`);
  await settled(page);
  first = await Promise.all(loads);
  const sum = first.reduce((all, { bytes }) => all + bytes, 0);
  expect(first.some(({ path }) => path.endsWith('.js'))).toBe(true);
  expect(sum, JSON.stringify(first)).toBeLessThan(MOST_BYTES);
  await page.close();
});

describe('every screen', () => {
  beforeAll(() => {
    admin.on('request', (request) => {
      const { pathname } = new URL(request.url());
      if (request.method() === 'GET' && pathname.startsWith('/v1/')) asked.push(pathname);
    });
  });

  it.each(ADDRESSES)(
    '#/%s asks for its figures once, and axe finds nothing in light and dark, narrow and wide, in either language',
    async (path) => {
      // From a screen that is none of them, so that each is a move.
      await goTo('khong-co');
      await admin.setViewportSize({ width: 1366, height: 768 });
      await goTo(path);
      const once = [...asked];
      const wide = [
        ...(await found(admin, 'light 1366')),
        ...(await admin.emulateMedia({ colorScheme: 'dark' }).then(() => found(admin, 'dark 1366', 'contrast'))),
      ];
      await admin.setViewportSize({ width: 390, height: 844 });
      await admin.emulateMedia({ colorScheme: 'light' });
      const cut = [await cutOff()];
      await speak('EN, English', 'en');
      cut.push(await cutOff());
      const narrow = await found(admin, 'light 390 English', 'but-contrast');
      await speak('VI, tiếng Việt', 'vi');
      expect({ found: [...wide, ...narrow], cut }).toEqual({ found: [], cut: [0, 0] });
      expect(once.length, once.join(' ')).toBeLessThanOrEqual(1);
    },
  );
});

describe('what others see', () => {
  it.each(Object.entries(OF_OTHERS))(
    'axe finds nothing and nothing is cut on the screens of %s',
    async (login, paths) => {
      await admin.setViewportSize({ width: 1366, height: 768 });
      const status = await admin.evaluate(async (name) => {
        const body = JSON.stringify({ tenant: 'mau', login: name, password: 'TrinhDien-2026' });
        const headers = { 'content-type': 'application/json' };
        return (await fetch('/v1/session', { method: 'POST', headers, body })).status;
      }, login);
      expect(status).toBeLessThan(300);
      await admin.reload();
      await settled(admin);
      const faults: string[] = [];
      for (const path of paths) {
        await goTo(path);
        faults.push(...(await found(admin, path)));
        await admin.setViewportSize({ width: 390, height: 844 });
        const cut = await cutOff();
        if (cut !== 0) faults.push(`${path} is cut by ${cut}`);
        await admin.setViewportSize({ width: 1366, height: 768 });
      }
      expect(faults).toEqual([]);
    },
  );
});
