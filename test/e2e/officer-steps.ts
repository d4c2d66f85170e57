import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { type Browser, shoot } from './browser.ts';
import type { EmptyWorld } from './empty-world.ts';
import { agree, givePin, type Officer, seenCodes } from './panel-steps.ts';

/** Opens the panel as a page, enrols it at the world's server with `code` and enables the world's back office. */
export async function enrolAt(browser: Browser, world: EmptyWorld, code: string): Promise<Page> {
  const panel = await browser.context.newPage();
  await panel.setViewportSize({ width: 420, height: 900 });
  await panel.goto(`${browser.extension}/sidepanel.html`);
  await panel.getByRole('button', { name: 'Tiếp tục' }).click();
  await panel.getByLabel('Địa chỉ máy chủ').fill(world.url);
  await panel.getByLabel('Mã đăng ký do quản trị đơn vị cấp').fill(code);
  await panel.getByRole('button', { name: 'Đăng ký máy này' }).click();
  await panel.getByLabel('Địa chỉ trang một cửa').fill(world.portal);
  await shoot(panel, 'tu-dau-6-can-bo');
  await panel.getByRole('button', { name: 'Bật trên trang này' }).click();
  await agree(panel);
  return panel;
}

/** The back office lists `own`; the officer sits down, scores one of them as the system has it, and leaves. */
export async function scoreOne(
  browser: Browser,
  world: EmptyWorld,
  panel: Page,
  officer: Officer,
  own: readonly number[],
): Promise<void> {
  world.list(own);
  const host = await browser.context.newPage();
  await host.goto(`${world.portal}/mot-cua`);
  await expect.poll(async () => (await seenCodes(panel)).length, { timeout: 15_000 }).toBe(own.length);
  await panel.bringToFront();
  await givePin(panel, officer);
  await panel.getByRole('tab', { name: 'Cả đợt' }).click();
  await panel.getByRole('button', { name: 'Xem', exact: true }).click();
  await panel.getByRole('checkbox').first().press('Enter');
  await panel.getByRole('button', { name: 'Xác nhận tự chấm' }).click();
  await panel.getByText('Máy chủ đã nhận.').waitFor();
  await shoot(panel, 'tu-dau-8-tu-cham');
  await Promise.all([host.close(), panel.close()]);
}
