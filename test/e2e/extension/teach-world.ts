import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { axeFindings } from '../axe.ts';
import { openBrowser } from '../browser.ts';
import type { Chrome } from './all-stored.ts';
import { startTeachSite } from './teach-site.ts';

/** A back office nobody reads yet, enabled in a browser with the built extension, and the panel beside it. */
export async function openTeachWorld() {
  const site = await startTeachSite();
  const { origin } = site;
  const browser = await openBrowser();
  const host: Page = await browser.context.newPage();
  const panel: Page = await browser.context.newPage();
  await panel.setViewportSize({ width: 420, height: 900 });
  await panel.goto(`${browser.extension}/sidepanel.html`);
  const ask = <T>(message: object): Promise<T> =>
    panel.evaluate(
      (message) => (globalThis as never as { chrome: Chrome }).chrome.runtime.sendMessage(message),
      message,
    );
  expect(await ask({ type: 'panel.site', origin, enabled: true })).toEqual({ ok: true });

  return {
    site,
    origin,
    browser,
    host,
    panel,
    ask,
    banner: () => host.locator('dvc-teach p').textContent(),
    center: async (selector: string) => {
      const box = await host.locator(selector).first().boundingBox();
      if (!box) throw new Error(`nothing at ${selector}`);
      return [box.x + box.width / 2, box.y + box.height / 2] as const;
    },
    /** Step 2 of the panel, for the column chosen. */
    name: async (meaning: string, line: string | null, parser?: string): Promise<void> => {
      await panel.bringToFront();
      await panel.getByLabel('Nội dung của cột').selectOption({ label: meaning });
      if (line) await panel.getByLabel('Phần nào trong ô').selectOption({ label: line });
      if (parser) await panel.getByLabel('Cách đọc', { exact: true }).selectOption({ label: parser });
      await panel.getByRole('button', { name: 'Thêm cột này' }).click();
    },
    openTeach: async (path: string): Promise<void> => {
      await host.goto(`${origin}${path}`);
      await ask({ type: 'panel.select', code: null, view: 'teach' });
      await panel.goto(`${browser.extension}/sidepanel.html`);
      await panel.getByText(`Đang dạy trang ${origin}`).waitFor();
    },
    axe: async (page: Page, part = 'html'): Promise<void> => {
      const found = await axeFindings(page, { within: part });
      expect(found.map(({ id, target }) => `${id} ${target}`)).toEqual([]);
    },
    close: async (): Promise<void> => {
      await browser.close();
      site.stop();
    },
  };
}
export type TeachWorld = Awaited<ReturnType<typeof openTeachWorld>>;
