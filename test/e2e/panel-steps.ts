import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { axeFindings } from './axe.ts';
import { type Browser, openBrowser } from './browser.ts';
import { type RunningDemo, startDemo } from './start-demo.ts';

/** Opens the panel as a page, enrols it at the demo and enables the demo's back office; nothing is agreed to yet. */
export async function enrolPanel(browser: Browser, demo: RunningDemo): Promise<Page> {
  const panel = await browser.context.newPage();
  await panel.setViewportSize({ width: 420, height: 900 });
  await panel.goto(`${browser.extension}/sidepanel.html`);
  await panel.getByRole('button', { name: 'Tiếp tục' }).click();
  await panel.getByLabel('Địa chỉ máy chủ').fill(demo.url);
  await panel.getByLabel('Mã đăng ký do quản trị đơn vị cấp').fill(demo.enrolmentCode);
  await panel.getByRole('button', { name: 'Đăng ký máy này' }).click();
  await panel.getByLabel('Địa chỉ trang một cửa').fill(demo.url);
  await panel.getByRole('button', { name: 'Bật trên trang này' }).click();
  return panel;
}

/** Agrees to send what is shown. */
export async function agree(panel: Page): Promise<void> {
  await panel.getByRole('button', { name: 'Đồng ý gửi' }).click();
  await panel.getByRole('tab', { name: 'Hôm nay' }).waitFor();
}

/** An officer's desk: the demo, its back office and beside it the panel, enrolled and agreed to. */
export interface Desk {
  readonly demo: RunningDemo;
  readonly browser: Browser;
  readonly host: Page;
  readonly panel: Page;
}

export async function openDesk(): Promise<Desk> {
  const [demo, browser] = await Promise.all([startDemo(), openBrowser()]);
  const host = await browser.context.newPage();
  await host.goto(`${demo.url}/demo/mot-cua`);
  const panel = await enrolPanel(browser, demo);
  await agree(panel);
  return { demo, browser, host, panel };
}

/** Codes of the dossiers the panel knows of today, asked of the background as the panel asks. */
export function seenCodes(panel: Page): Promise<string[]> {
  return panel.evaluate(async () => {
    const { runtime } = (globalThis as unknown as { chrome: { runtime: { sendMessage(message: object): unknown } } })
      .chrome;
    const state = (await runtime.sendMessage({ type: 'panel.state' })) as { seen: { reading: { code: string } }[] };
    return state.seen.map(({ reading }) => reading.code);
  });
}

/** Who sits down at the panel; `label` as the list names it. */
export interface Officer {
  readonly code: string;
  readonly label: string;
  readonly pin: string;
}

const OFFICER: Officer = { code: 'CB-0117', label: 'CB-0117 · Quầy 1', pin: '2468' };

/** The officer of the demo, or another, sits down. */
export async function givePin(panel: Page, { code, label, pin } = OFFICER): Promise<void> {
  await panel.getByRole('button', { name: 'Đổi người' }).click();
  await panel.getByLabel('Cán bộ').selectOption(code);
  await panel.getByLabel('Mã PIN').fill(pin);
  await panel.getByRole('button', { name: 'Vào làm việc' }).click();
  await panel.getByText(label).first().waitFor();
}

type Look = readonly [colorScheme: 'light' | 'dark', width: number];
const LOOKS: readonly Look[] = [
  ['light', 320],
  ['dark', 420],
];

/** Narrow in light, wide in dark: axe finds nothing and nothing is cut at the side. */
export async function expectReadable(panel: Page, looks = LOOKS): Promise<void> {
  const before = panel.viewportSize();
  for (const [colorScheme, width] of looks) {
    await panel.emulateMedia({ colorScheme });
    await panel.setViewportSize({ width, height: 900 });
    const found = await axeFindings(panel);
    expect(found.map(({ id, target }) => `${colorScheme} ${width} ${id} ${target}`)).toEqual([]);
    const cut = await panel.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
    expect(cut, `${width}: nothing is cut`).toBe(0);
  }
  await panel.emulateMedia({ colorScheme: null });
  if (before) await panel.setViewportSize(before);
}
