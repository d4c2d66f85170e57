import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { addDays } from '#rules/calendar/date.ts';
import { axeFindings } from './axe.ts';
import { type Browser, shoot } from './browser.ts';
import { expectReadable, givePin, openDesk } from './panel-steps.ts';
import type { RunningDemo } from './start-demo.ts';
import { actOnPeriod, localNow, nextDay, signIn } from './steps.ts';

const UNIT = 'so-xay-dung';
const OFFICER = 'CB-0117';
const PERIOD = 'ky-nay';
const N = 60;
const ANSWER = 'Kết quả có từ sáng, chiều mới nhập được vào phần mềm vì mất mạng.';
const NOTE = 'Đối chiếu sổ giao nhận của quầy trong tháng.';
const ABOVE = `selfAbove/${UNIT}/${OFFICER}`;
const BULK = `bulkCompletion/${UNIT}/`;

let demo: RunningDemo;
let browser: Browser;
let admin: Page;
let panel: Page;
let before = '';

/** A call of the signed-in page, as its own code makes it. */
const call = <Body>(method: string, path: string, body?: unknown) =>
  admin.evaluate(
    async ([how, where, what]) => {
      const { csrf } = (await (await fetch('/v1/session')).json()) as { csrf: string };
      const headers = { 'content-type': 'application/json', 'x-dvc-csrf': csrf };
      const answer = await fetch(where, { method: how, headers, ...(what === null ? {} : { body: what }) });
      const text = await answer.text();
      return answer.headers.get('content-type')?.includes('json') ? JSON.parse(text) : text;
    },
    [method, path, body === undefined ? null : JSON.stringify(body)] as const,
  ) as Promise<Body>;

async function post<Body>(path: string, body: unknown, headers: Readonly<Record<string, string>> = {}): Promise<Body> {
  const sent = {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify(body),
  };
  return (await (await fetch(demo.url + path, sent)).json()) as Body;
}

/** Signed in as somebody else of the demo. */
async function become(login: string): Promise<void> {
  const status = await admin.evaluate(async (name) => {
    const body = JSON.stringify({ tenant: 'mau', login: name, password: 'TrinhDien-2026' });
    return (await fetch('/v1/session', { method: 'POST', headers: { 'content-type': 'application/json' }, body }))
      .status;
  }, login);
  expect(status).toBeLessThan(300);
  await admin.reload();
  await admin.getByRole('heading', { level: 1 }).waitFor();
}

/**
 * Sixty dossiers of one officer, asked for twice more and late, all given their result in one minute two days ago; he scores each of them
 * full. By the rules: computed 0 and 0, given 2 and 2.
 */
async function plant(): Promise<void> {
  const today = localNow().slice(0, 10);
  const ready = `${addDays(today, -2)}T14:23`;
  const codes = Array.from(
    { length: N },
    (_, i) => `H99.07-${today.slice(2).replaceAll('-', '')}-${String(i).padStart(6, '0')}`,
  );
  const dossiers = codes.map((code) => ({
    ...{ code, unit: UNIT, procedure: '1.009974', officer: OFFICER, channel: 'counter', state: 'returned' },
    ...{ received: `${addDays(today, -12)}T08:15`, promised: `${addDays(today, -6)}T17:00`, reappointed: [] },
    ...{ ready, returned: ready, pauses: [], supplements: 2, limitDays: 5 },
  }));
  const put = await call<{ outcomes: { outcome: string }[] }>('POST', '/v1/dossiers', dossiers);
  expect(put.outcomes.filter(({ outcome }) => outcome !== 'created')).toEqual([]);
  const { code } = await call<{ code: string }>('POST', '/v1/enrolments', { unit: UNIT, label: 'Máy thử' });
  const { key } = await post<{ key: string }>('/v1/devices', { code, label: 'Máy thử' });
  const device = { authorization: `Bearer ${key}` };
  const { token } = await post<{ token: string }>('/v1/devices/person', { officer: OFFICER, pin: '2468' }, device);
  const given = { shown: 0, points: 20, note: 'Đã trả đúng ngày cho người dân.' };
  const scores = codes.map((dossier, i) => ({
    id: `mau.01KAGHZ00000000000000${String(i).padStart(5, '0')}`,
    ...{ dossier, values: { 1: given, 3: given } },
  }));
  const scored = await post<{ outcomes: { outcome: string }[] }>('/v1/self-scores', scores, {
    ...device,
    'x-dvc-person': token,
  });
  expect(scored.outcomes.filter(({ outcome }) => outcome !== 'created')).toEqual([]);
}

const scoreOf = async () => {
  const page = await call<{ unit: unknown; rows: unknown; officers: unknown }>(
    'GET',
    `/v1/periods/${PERIOD}/units/${UNIT}`,
  );
  return JSON.stringify([page.unit, page.rows, page.officers]);
};
const open = (hash: string) => admin.goto(`${demo.url}/admin/#/${hash}`);
/** Axe finds nothing in light and dark, and nothing is cut on a narrow phone. */
const readable = async () => {
  for (const colorScheme of ['light', 'dark'] as const) {
    await admin.emulateMedia({ colorScheme });
    const found = await axeFindings(admin, colorScheme === 'light' ? {} : { rules: 'contrast' });
    expect(found.map(({ id, target }) => `${colorScheme} ${id} ${target}`)).toEqual([]);
  }
  await admin.emulateMedia({ colorScheme: null });
  const size = admin.viewportSize();
  await admin.setViewportSize({ width: 320, height: 800 });
  expect(await admin.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)).toBe(
    0,
  );
  if (size) await admin.setViewportSize(size);
};

beforeAll(async () => {
  ({ demo, browser, panel } = await openDesk());
  admin = await browser.context.newPage();
  await admin.goto(`${demo.url}/admin/`);
  await signIn(admin);
  await plant();
  await nextDay(browser, demo.url, admin);
  await open(`ky/${PERIOD}`);
  await actOnPeriod(admin, 'Chốt kỳ', /Đã chốt lúc/);
  before = await scoreOf();
});
afterAll(async () => {
  await browser?.close();
  await demo?.stop();
});

it('the page of the unit leads, by keyboard, to its flag with evidence, honest reasons and dossiers', async () => {
  await open(`ket-qua/${PERIOD}/${UNIT}`);
  const section = admin.getByRole('region', { name: /Cần xem lại/ });
  await section.getByRole('link', { name: 'Hoàn thành hàng loạt hồ sơ quá hạn' }).press('Enter');
  await admin.getByRole('heading', { level: 1, name: 'Hoàn thành hàng loạt hồ sơ quá hạn' }).waitFor();
  // All sixty are in that minute; the demo's own are at other times.
  await admin.getByText(/^60 hồ sơ quá hạn được chuyển hoàn thành trong cùng một phút/).waitFor();
  for (const reason of ['Ký số theo lô cuối ngày.', 'Chuyển dữ liệu từ phần mềm cũ.'])
    await admin.getByText(reason).waitFor();
  await admin.getByText('Dấu hiệu này không đổi điểm, không kết luận sai.').waitFor();
  expect(await admin.getByRole('row', { name: /Hồ sơ quá hạn trong phút đó/ }).textContent()).toContain('60');
  const hits = admin.getByRole('region', { name: 'Hồ sơ', exact: true }).getByRole('link');
  expect(await hits.count()).toBe(20);
  await shoot(admin, 'quan-tri-mot-dau-hieu');
  await readable();
  await hits.first().press('Enter');
  await admin.getByRole('heading', { level: 1, name: /H99\.07-/ }).waitFor();
});

it('the page of the officer leads to his, which the address restores', async () => {
  await open(`ket-qua/${PERIOD}/${UNIT}/${OFFICER}`);
  await admin
    .getByRole('region', { name: /Cần xem lại/ })
    .getByRole('link', { name: 'Tự chấm cao hơn hệ thống' })
    .click();
  await admin.waitForURL(/can-xem-lai\?ky=ky-nay&muc=selfAbove/);
  await admin.reload();
  await admin.getByText(/^Tự chấm cao hơn hệ thống từ 0,5 điểm ở /).waitFor();
  await admin.getByText(`Cán bộ ${OFFICER} giải trình trên phần mở rộng`).waitFor();
});

it('the list tells every check and is saved as a file that holds sentence, evidence and reasons', async () => {
  await open(`can-xem-lai?ky=${PERIOD}`);
  await admin.getByRole('link', { name: 'Tự chấm cao hơn hệ thống' }).first().waitFor();
  await admin.getByRole('heading', { name: 'Đã kiểm những gì' }).waitFor();
  // Nobody in the demo scores before there is a result.
  expect(await admin.getByRole('link', { name: 'Tự chấm trước khi có kết quả' }).count()).toBe(0);
  expect(await admin.getByRole('table').last().getByRole('row').count()).toBe(19);
  await shoot(admin, 'quan-tri-can-xem-lai');
  await readable();
  await admin.getByLabel('Phép kiểm', { exact: true }).selectOption('bulkCompletion');
  await admin.waitForURL(/phep=bulkCompletion/);
  const href = (await admin.getByRole('link', { name: 'Tải CSV' }).getAttribute('href')) ?? '';
  const csv = await call<string>('GET', href);
  const rows = csv.trim().split('\r\n');
  expect(rows).toHaveLength(2);
  for (const part of ['60 hồ sơ quá hạn được chuyển hoàn thành', 'Ký số theo lô cuối ngày.', 'H99.07-', 'Mới'])
    expect(rows[1]).toContain(part);
});

it('the officer reads it in the panel and answers there', async () => {
  await panel.bringToFront();
  await givePin(panel);
  await panel.getByRole('button', { name: 'Cần xem lại' }).press('Enter');
  const item = panel.getByRole('listitem').filter({ hasText: 'Tự chấm cao hơn hệ thống' });
  await item
    .getByText(/không đổi điểm|từ 0,5 điểm ở/)
    .first()
    .waitFor();
  // Of the unit's flag he is told nothing: it does not ask him.
  expect(await panel.getByText('Hoàn thành hàng loạt').count()).toBe(0);
  await item.getByLabel(/^Giải trình/).fill(ANSWER);
  await item.scrollIntoViewIfNeeded();
  await shoot(panel, 'mo-rong-can-xem-lai');
  await expectReadable(panel);
  await item.getByRole('button', { name: 'Gửi giải trình' }).click();
  await item.getByText('Đã giải trình').waitFor();
  expect(await item.textContent()).toContain(ANSWER);
});

it('the unit answers for itself, and the reviewer takes both up; a verdict can be taken back', async () => {
  await admin.bringToFront();
  await become('quantri-sxd');
  await open(`can-xem-lai?ky=${PERIOD}&muc=${encodeURIComponent(BULK)}`);
  await admin.getByLabel(/^Giải trình, ít nhất/).fill('Ký số theo lô cuối ngày, có nhật ký ký số kèm theo.');
  await admin.getByRole('button', { name: 'Gửi giải trình' }).press('Enter');
  await admin.getByText('Đã nhận giải trình.').waitFor();
  await become('thamdinh');
  await open(`can-xem-lai?ky=${PERIOD}&hien=answered`);
  await admin.getByRole('link', { name: 'Hoàn thành hàng loạt hồ sơ quá hạn' }).waitFor();
  await admin.getByRole('link', { name: 'Tự chấm cao hơn hệ thống' }).press('Enter');
  await admin.getByText(ANSWER).waitFor();
  await admin.getByLabel('Cần xác minh hồ sơ').check();
  await admin.getByLabel(/^Lý do, ít nhất/).fill(NOTE);
  await admin.getByRole('button', { name: 'Ghi kết luận' }).press('Enter');
  await admin.getByText('Đã ghi kết luận. Điểm không đổi.').waitFor();
  await admin.getByText('· Cần xác minh').waitFor();
  await admin.getByRole('button', { name: 'Hoàn tác' }).press('Enter');
  await admin.getByText('· Đã giải trình').waitFor();
  await admin.getByLabel('Chấp nhận giải trình').check();
  await admin.getByRole('button', { name: 'Ghi kết luận' }).click();
  await admin.getByText('· Chấp nhận').waitFor();
  await readable();
});

it('who looked is told beside the flag and in the log, and no score has moved', async () => {
  await become('quantri');
  await open(`can-xem-lai?ky=${PERIOD}&muc=${encodeURIComponent(ABOVE)}`);
  // The province admin before the answer, the reviewer after it; a list is no opening.
  await admin.getByText('2 người đã mở dấu hiệu này.').waitFor();
  await admin.getByRole('link', { name: 'Nhật ký', exact: true }).last().click();
  await admin
    .getByRole('row', { name: /Xem dấu hiệu cần xem lại/ })
    .first()
    .waitFor();
  for (const [who, act] of [
    ['user:thamdinh', 'Kết luận về dấu hiệu cần xem lại'],
    ['user:thamdinh', 'Xem dấu hiệu cần xem lại'],
    ['user:quantri-sxd', 'Giải trình về dấu hiệu cần xem lại'],
    [`officer:${OFFICER}`, 'Giải trình về dấu hiệu cần xem lại'],
    ['user:quantri', 'Tải dấu hiệu cần xem lại'],
  ] as const)
    expect(
      await admin.getByRole('row').filter({ hasText: who }).filter({ hasText: act }).count(),
      `${who} ${act}`,
    ).toBeGreaterThan(0);
  expect(await scoreOf()).toBe(before);
});
