import { generateKeyPairSync, type KeyObject } from 'node:crypto';
import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { addDays } from '#rules/calendar/date.ts';
import type { HostPack } from '#rules/packs/host-pack.ts';
import type { PackBundle } from '#rules/packs/pack-bundle.ts';
import type { PackState } from '../../../extension/pack-messages.ts';
import { publicKeyOf, signBundle } from '../../../server/cli/pack-signature.ts';
import { localDay } from '../../../server/clock.ts';
import { PRINTED, UNLABELLED } from '../../extension/fixtures/packs/pages.ts';
import { PLANTED_TEXTS } from '../../extension/fixtures/planted.ts';
import { type Browser, shoot } from '../browser.ts';
import { allStored, type Chrome } from './all-stored.ts';
import { openTeachWorld, type TeachWorld } from './teach-world.ts';

let world: TeachWorld;
let origin: string;
let browser: Browser;
let host: Page;
let panel: Page;

const packs = () => world.ask<PackState>({ type: 'panel.packs' });
/** The page as its server sent it and its own script left it. */
const markup = () =>
  host.evaluate(() => {
    const copy = document.documentElement.cloneNode(true) as HTMLElement;
    for (const own of copy.querySelectorAll('dvc-teach, dvc-overlay')) own.remove();
    return copy.outerHTML;
  });

beforeAll(async () => {
  world = await openTeachWorld();
  ({ origin, browser, host, panel } = world);
}, 60_000);
afterAll(() => world?.close());

describe('by pointing', () => {
  let before: string;

  test('a column is drawn around and told; the page gets no press, and one of its own script tells nothing', async () => {
    await world.openTeach('/cu');
    before = await markup();
    await panel.getByRole('button', { name: 'Chỉ trên trang' }).click();
    await host.bringToFront();
    await host.mouse.move(...(await world.center('th:nth-child(2)')));
    await expect.poll(() => host.locator('dvc-teach .box').count()).toBe(PRINTED.length + 1);
    expect(await world.banner()).toContain('Bấm vào tiêu đề hoặc ô');
    await shoot(host, 'mo-rong-day-doc-trang');
    await host.evaluate(() => (globalThis as never as { forge: () => void }).forge());
    await host.mouse.click(...(await world.center('th:nth-child(2)')));
    await panel.getByText('Cột đang chọn: Hồ sơ').waitFor();
    expect(await host.evaluate(() => (globalThis as never as { got: string[] }).got)).toEqual([]);
    await world.axe(host, 'dvc-teach');
  });

  test('a column of persons is refused on the page and in the list', async () => {
    await host.mouse.click(...(await world.center('tbody tr:nth-child(3) td:nth-child(5)')));
    await expect.poll(world.banner).toBe('Cột này có thông tin cá nhân. Phần mềm không đọc.');
    await panel.bringToFront();
    await panel.getByText('Cột đang chọn: Hồ sơ').waitFor();
    expect(await panel.getByText('Cột 5, không có tiêu đề: Cột này có thông tin cá nhân').count()).toBe(1);
    // The line of the applicant's name within the cell is not on offer either.
    expect(await panel.getByLabel('Phần nào trong ô').locator('option').allTextContents()).toEqual([
      'Dòng 1 trong 3 dòng',
      'Dòng 2 trong 3 dòng',
    ]);
  });

  test('named columns are read at once, five rows and a count', async () => {
    await world.name('Mã hồ sơ', 'Dòng 1 trong 3 dòng');
    await host.bringToFront();
    await host.mouse.click(...(await world.center('tbody tr:nth-child(1) td:nth-child(3)')));
    await world.name('Ngày hẹn trả', 'Dòng 3 trong 3 dòng');
    await panel.getByText(`Đọc được ${PRINTED.length}/${PRINTED.length} dòng.`).waitFor();
    expect(await panel.locator('.teach tbody tr').count()).toBe(5);
    expect(await panel.locator('.teach tbody tr').first().textContent()).toContain('24/11/2026 17:00');
    await world.axe(panel);
    await panel.setViewportSize({ width: 420, height: 1500 });
    await shoot(panel, 'mo-rong-day-bang');
  });

  test('saved in the panel, it is read from then on; the page is as its server sent it', async () => {
    await panel.getByRole('button', { name: 'Lưu cho trang này' }).click();
    await panel.getByText('Đã lưu.').waitFor();
    await expect.poll(async () => (await packs()).health[origin]?.by).toBe(`pack:127-0-0-1-${new URL(origin).port}`);
    expect((await packs()).health[origin]?.count).toMatchObject({ total: PRINTED.length, read: PRINTED.length });
    await panel.getByRole('button', { name: 'Trở lại' }).click();
    await expect.poll(() => host.locator('dvc-teach').count()).toBe(0);
    expect(await markup()).toBe(before);
  });
});

describe('by the keyboard', () => {
  test('columns are chosen by their headers, without a pointer', async () => {
    await world.openTeach('/web');
    const press = async (button: string) => {
      await panel.getByRole('button', { name: button, exact: true }).focus();
      await panel.keyboard.press('Enter');
    };
    // What was taught before is another list of the site: it is put aside, not lost.
    for (const meaning of ['Mã hồ sơ', 'Ngày hẹn trả']) await press(`Bỏ cột ${meaning}`);
    for (const [header, down] of [
      ['Số BN', 0],
      ['Kết thúc', 3],
    ] as const) {
      await press(header);
      await panel.getByLabel('Nội dung của cột').focus();
      for (let i = 0; i < down; i += 1) await panel.keyboard.press('ArrowDown');
      await press('Thêm cột này');
    }
    await panel.getByText(`Đọc được ${PRINTED.length}/${PRINTED.length} dòng`).waitFor();
    expect(await panel.getByText('Họ tên: Cột này có thông tin cá nhân').count()).toBe(1);
    await press('Lưu cho trang này');
    await panel.getByText('Đã lưu.').waitFor();
    expect((await packs()).taught[origin]?.lists).toHaveLength(2);
  });

  test('Esc on the page ends the pointing', async () => {
    await panel.getByRole('button', { name: 'Chỉ trên trang' }).click();
    await host.bringToFront();
    await host.locator('dvc-teach p').waitFor();
    await host.keyboard.press('Escape');
    await expect.poll(() => host.locator('dvc-teach').count()).toBe(0);
    await panel.bringToFront();
    expect(await panel.getByRole('button', { name: 'Chỉ trên trang' }).getAttribute('aria-pressed')).toBe('false');
  });
});

test('exported, forgotten and imported again it is the same, and holds nothing of any person', async () => {
  const { taught } = await packs();
  const waiting = panel.waitForEvent('download');
  await panel.getByRole('button', { name: 'Xuất gói' }).click();
  const path = await (await waiting).path();
  const text = readFileSync(path, 'utf8');
  expect(JSON.parse(text) as HostPack).toMatchObject({ lists: taught[origin]?.lists, detail: taught[origin]?.detail });
  await panel.getByRole('button', { name: 'Quên cách đọc trang này' }).click();
  await panel.getByRole('dialog').getByRole('button', { name: 'Quên cách đọc trang này' }).click();
  await expect.poll(async () => (await packs()).taught).toEqual({});
  const file = (name: string, buffer: string) => ({ name, mimeType: 'application/json', buffer: Buffer.from(buffer) });
  const input = panel.getByLabel('Nhập gói từ tệp');
  await input.setInputFiles(file('a.json', text.replace('asIs', 'eval')));
  await panel.getByText('không phải gói đọc trang').waitFor();
  await input.setInputFiles(file('b.json', text.replaceAll(origin, 'https://khac.example.vn')));
  await panel.getByText('Gói này dành cho https://khac.example.vn').waitFor();
  await input.setInputFiles(file('c.json', text));
  await panel.getByText('Đã nhập gói').waitFor();
  await panel.getByText(`Đọc được ${PRINTED.length}/${PRINTED.length} dòng`).waitFor();
  await panel.getByRole('button', { name: 'Lưu cho trang này' }).click();
  await panel.getByText('Đã lưu.').waitFor();
  expect((await packs()).taught[origin]?.lists).toEqual(taught[origin]?.lists);

  const stored = await allStored(panel);
  expect(stored).toContain(PRINTED[0]?.code);
  expect(PLANTED_TEXTS.filter((planted) => stored.includes(planted) || text.includes(planted))).toEqual([]);
  expect(browser.faults).toEqual([]);
});

test('the options tell how well each site reads and what was taught', async () => {
  const options = await browser.context.newPage();
  await options.goto(`${browser.extension}/options.html`);
  await options.getByText('Dạy trên máy này').waitFor();
  expect(await options.getByText(`Đọc được ${PRINTED.length}/${PRINTED.length} dòng`).count()).toBeGreaterThan(0);
  await world.axe(options);
  await options.close();
});

test('a file the province signed is verified by the browser itself and read by; a forged one changes nothing', async () => {
  const [ours, other] = [0, 1].map(() => generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey) as [
    KeyObject,
    KeyObject,
  ];
  const today = localDay(new Date());
  const bundle = (sequence: number, packs: readonly HostPack[]): PackBundle => ({
    format: 'dvc-packs/1',
    tenant: 'mau',
    sequence,
    issued: today,
    expires: addDays(today, 90),
    packs,
    killedPacks: [],
    killedFeatures: [],
  });
  const device = { key: 'k', device: 'mau.A', tenant: 'mau', unit: 'so-a', unitName: 'Sở A', officers: [] };
  await panel.evaluate((values) => (globalThis as never as { chrome: Chrome }).chrome.storage.local.set(values), {
    server: origin,
    device,
  });
  world.site.publish({
    file: await signBundle(bundle(1, [{ ...UNLABELLED, origins: [origin] }]), ours),
    key: publicKeyOf(ours),
  });
  expect(await world.ask({ type: 'panel.pack-ask' })).toEqual({ ok: true });
  await host.goto(`${origin}/cu`);
  await expect.poll(async () => (await packs()).health[origin]?.by).toBe(`pack:${UNLABELLED.id}`);
  world.site.publish({ file: await signBundle(bundle(2, []), other), key: publicKeyOf(ours) });
  expect(await world.ask({ type: 'panel.pack-ask' })).toMatchObject({
    ok: false,
    message: expect.stringContaining('Chữ ký'),
  });
  expect((await packs()).province?.packs.map(({ id }) => id)).toEqual([UNLABELLED.id]);
});
