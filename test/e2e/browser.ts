import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type BrowserContext, chromium, type Page } from 'playwright-core';
import { findChromium, findHeadless } from './find-chromium.ts';

/** Pictures of the last run; `npm run screenshots` puts those of the guide where the guide shows them. */
const SHOTS = process.env.SCREENSHOTS ? '.github/screenshots' : '.output/screenshots';

const QUIET = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

const LOOK = { viewport: { width: 1440, height: 900 }, locale: 'vi-VN', timezoneId: 'Asia/Ho_Chi_Minh' };

/** A profile of its own and what went wrong in it. */
export interface Pages {
  readonly context: BrowserContext;
  /** What any page wrote to the console as an error, or threw. */
  readonly faults: string[];
  close(): Promise<void>;
}

export interface Browser extends Pages {
  /** `chrome-extension://…`, where the built extension lives. */
  readonly extension: string;
}

function noticeFaults(context: BrowserContext): string[] {
  const faults: string[] = [];
  context.on('weberror', (error) => faults.push(error.error().message));
  context.on('console', (message) => {
    if (message.type() === 'error') faults.push(`${message.page()?.url()}: ${message.text()}`);
  });
  return faults;
}

/** Chromium for pages alone, with an empty profile. */
export async function openPages(): Promise<Pages> {
  const browser = await chromium.launch({ executablePath: findHeadless(), args: QUIET });
  const context = await browser.newContext(LOOK);
  return { context, faults: noticeFaults(context), close: () => browser.close() };
}

/** Chromium with the built demo extension and an empty profile. @param proxy takes everything it sends, also to this machine. */
export async function openBrowser(proxy?: string): Promise<Browser> {
  const profile = mkdtempSync(join(tmpdir(), 'dvc-profile-'));
  const built = join(process.cwd(), '.output/chrome-mv3-demo');
  const context = await chromium.launchPersistentContext(profile, {
    executablePath: findChromium(),
    headless: false,
    args: ['--headless=new', `--disable-extensions-except=${built}`, `--load-extension=${built}`, ...QUIET],
    ...LOOK,
    ...(proxy ? { proxy: { server: proxy, bypass: '<-loopback>' } } : {}),
  });
  const faults = noticeFaults(context);
  const worker = context.serviceWorkers()[0] ?? (await context.waitForEvent('serviceworker'));
  return {
    context,
    extension: worker.url().split('/').slice(0, 3).join('/'),
    faults,
    async close() {
      await context.close();
      rmSync(profile, { recursive: true, force: true });
    },
  };
}

/** Keeps a picture of the page as it stands. */
export async function shoot(page: Page, name: string, fullPage = false): Promise<void> {
  mkdirSync(SHOTS, { recursive: true });
  await page.screenshot({ path: join(SHOTS, `${name}.png`), fullPage, animations: 'disabled' });
}
