import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { addDays } from '#rules/calendar/date.ts';
import { formatDate } from '#rules/format.ts';
import type { Browser } from './browser.ts';
import { type HostRow, marksByPlace } from './marks.ts';

/** Wall-clock time in Viet Nam, `2026-11-24T17:00`. */
export const localNow = () => new Date(Date.now() + 7 * 3_600_000).toISOString().slice(0, 16);

/** One page of the demo back office as its own server sends it. */
export async function hostRows(demo: string, page: number): Promise<HostRow[]> {
  const response = await fetch(`${demo}/demo/mot-cua/dossiers?page=${page}&size=15`);
  return ((await response.json()) as { data: HostRow[] }).data;
}

/** Waits until the overlay has drawn one mark for each of `codes` and no other. */
export async function marksAre(host: Page, codes: readonly string[]): Promise<void> {
  await expect
    .poll(async () => (await marksByPlace(host)).map((m) => m.mark).sort(), { timeout: 15_000 })
    .toEqual([...codes].sort());
}

/** How many forms the open period has received, asked by the signed-in admin's own page. */
export async function receivedBy(admin: Page): Promise<number> {
  const response = await admin.evaluate(async () => (await fetch('/v1/received')).json());
  return (response as { total: number }).total;
}

/** Signs the demo's province admin in and waits for the first screen. */
export async function signIn(admin: Page): Promise<void> {
  await admin.getByLabel(/Mã tỉnh/).fill('mau');
  await admin.getByLabel(/Tên đăng nhập/).fill('quantri');
  await admin.getByLabel(/Mật khẩu/).fill('TrinhDien-2026');
  await admin.getByRole('button', { name: 'Đăng nhập' }).click();
  await admin.getByRole('heading', { name: /Hôm nay/ }).waitFor();
}

/** A period is closed on the day after its last one; a session does not outlive the night, so the admin signs in again. */
export async function nextDay(browser: Browser, demo: string, admin: Page): Promise<void> {
  await admin.getByRole('button', { name: 'Đăng xuất' }).click();
  // Signed out at the server too: a page left earlier would cut the request off.
  await admin.getByLabel(/Mã tỉnh/).waitFor();
  const clock = await browser.context.newPage();
  await clock.goto(demo);
  await clock.getByRole('button', { name: 'Sang ngày hôm sau' }).click();
  // The page stays open: Chromium sometimes never answers when told to close one that is just being replaced.
  await clock.getByText(formatDate(addDays(localNow().slice(0, 10), 1))).waitFor();
  await admin.bringToFront();
  await admin.goto(`${demo}/admin/`);
  await signIn(admin);
}

/** Does one act on the open period: its button, the question it asks, and what is said once it is done. */
export async function actOnPeriod(admin: Page, verb: string, done: RegExp): Promise<void> {
  await admin.getByRole('button', { name: verb, exact: true }).click();
  await admin.getByRole('dialog').getByRole('button', { name: verb, exact: true }).click();
  await admin.getByText(done).waitFor({ timeout: 60_000 });
}
