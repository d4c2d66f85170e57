import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium, type Page } from 'playwright-core';
import { createApp } from '../../server/app.ts';
import { readEnv } from '../../server/env.ts';
import { listen } from '../../server/listen.ts';
import { openServices } from '../../server/open-services.ts';
import { setKioskCode } from '../../server/store/kiosk-enrolment.ts';
import { findHeadless } from '../e2e/find-chromium.ts';
import { type As, KIOSK, NOW, seed } from '../server/test-server.ts';

const CODE = 'mau-7K2M-9QXD';

/** The server on a socket with the tablet's place at so-a, and a clock that is moved by hand. */
export async function kioskServer() {
  const folder = mkdtempSync(join(tmpdir(), 'dvc-kiosk-'));
  const clock = { now: NOW.getTime() };
  const env = readEnv({
    ...{ PORT: '0', LOG_LEVEL: 'silent', OUTPUT_DIR: '.output' },
    ...{ DATABASE_URL: `file:${join(folder, 'a.db')}`, KEY_DIR: join(folder, 'keys') },
  });
  const services = await openServices(env, () => new Date(clock.now));
  const credentials = await seed(services.db, 'mau');
  const listening = await listen(createApp(services), env);
  return {
    ...{ folder, clock, credentials, db: services.db, url: listening.url },
    /** A new code for the tablet at so-a. */
    async code(): Promise<string> {
      const { sql, params = [] } = setKioskCode('mau', KIOSK('mau'), CODE, new Date(clock.now + 900_000).toISOString());
      await services.db.run(sql, params);
      return CODE;
    },
    async close() {
      await listening.close();
      await services.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/**
 * That server and one browser that keeps what it stores, one clock for both.
 * @param host how the browser names the server; a name other than this machine's own is no secure place on HTTP.
 */
export async function kioskWorld(host = '127.0.0.1') {
  const server = await kioskServer();
  const { folder, clock, credentials, db } = server;
  const url = server.url.replace('127.0.0.1', host);
  const context = await chromium.launchPersistentContext(join(folder, 'profile'), {
    executablePath: findHeadless(),
    args: ['--no-sandbox', '--disable-gpu', `--host-resolver-rules=MAP ${host} 127.0.0.1`],
    viewport: { width: 1280, height: 800 },
    locale: 'vi-VN',
    timezoneId: 'Asia/Ho_Chi_Minh',
  });
  const faults: string[] = [];
  const watch = (page: Page) => {
    page.on('pageerror', (error) => faults.push(error.message));
    page.on('console', (message) => {
      // What a line that is down or a server that refuses leaves in the console is no fault of the page.
      if (message.type() === 'error' && !message.text().startsWith('Failed to load resource'))
        faults.push(message.text());
    });
  };
  context.setDefaultTimeout(15_000);
  await context.clock.install({ time: clock.now });
  // The clock runs from the moment it is put in; it is stopped a little later and then moved by hand.
  clock.now += 60_000;
  await context.clock.pauseAt(clock.now);

  return {
    ...{
      url,
      context,
      faults,
      db,
      clock,
      admin: credentials['province-admin'],
      officer: credentials.officer,
    },
    /** Asks the server as somebody else would. */
    async ask(method: string, path: string, body: unknown, as: As): Promise<number> {
      const headers = { 'content-type': 'application/json', ...as };
      return (await fetch(`${server.url}${path}`, { method, headers, body: JSON.stringify(body) })).status;
    },
    /** Lets `ms` pass for the server and for every page. */
    async pass(ms: number): Promise<void> {
      clock.now += ms;
      // A long time at once: each timer that is due runs once, not every second of it.
      await (ms > 60_000 ? context.clock.fastForward(ms) : context.clock.runFor(ms));
    },
    code: server.code,
    async open(path = '/kiosk/'): Promise<Page> {
      const page = context.pages()[0] ?? (await context.newPage());
      watch(page);
      await page.goto(`${url}${path}`);
      return page;
    },
    responses: () =>
      db.all<{ answers: string; proof: string }>('select answers, proof, comment from responses order by seq'),
    async close() {
      await context.close();
      await server.close();
    },
  };
}
export type KioskWorld = Awaited<ReturnType<typeof kioskWorld>>;

/** Enrols the tablet the way a person does. */
export async function enrol(world: KioskWorld): Promise<Page> {
  const code = await world.code();
  const page = await world.open();
  await page.getByLabel('Mã ghép máy').fill(code.toLowerCase());
  await page.getByRole('button', { name: 'Ghép máy này' }).click();
  await page.getByRole('button', { name: 'Hài lòng, mức 1 trong 3' }).waitFor();
  return page;
}

/** Everything the page's origin keeps in this browser, as text. */
export function everythingKept(page: Page): Promise<Record<string, string[]>> {
  return page.evaluate(async () => {
    const kept: Record<string, string[]> = {
      session: Object.values({ ...sessionStorage }),
      local: Object.values({ ...localStorage }),
      cookies: [document.cookie].filter(Boolean),
    };
    for (const { name = '', version } of await indexedDB.databases()) {
      const db = await new Promise<IDBDatabase>((resolve, reject) => {
        const opening = indexedDB.open(name, version);
        opening.onsuccess = () => resolve(opening.result);
        opening.onerror = () => reject(opening.error);
      });
      for (const shelf of db.objectStoreNames)
        kept[shelf] = await new Promise((resolve) => {
          const read = db.transaction(shelf).objectStore(shelf).getAll();
          read.onsuccess = () => resolve(read.result.map((value) => JSON.stringify(value)));
        });
      db.close();
    }
    return kept;
  });
}

/** Text anybody could read off the page, shadow trees and fields included. */
export function textOf(page: Page): Promise<string> {
  return page.evaluate(() => {
    const read = (node: Node): string => {
      if (node instanceof HTMLInputElement || node instanceof HTMLTextAreaElement)
        return `${node.value} ${'checked' in node && node.checked}`;
      const inside =
        node instanceof Element && node.shadowRoot ? [node.shadowRoot, ...node.childNodes] : node.childNodes;
      return `${node instanceof Text ? node.data : ''} ${[...inside].map(read).join(' ')}`;
    };
    return read(document.body);
  });
}
