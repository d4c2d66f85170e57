import type { Page } from 'playwright-core';
import type { Fixture } from '../../extension/fixtures/fixture.ts';
import { type Browser, openBrowser } from '../browser.ts';
import { type OverlayWorld, overlayWorld } from '../overlay-world.ts';

/** Codes of the fixtures' dossiers, as they stand in a row. */
export const CODE = '[A-Za-z0-9.]+[-/]\\d{6}-\\d{4,5}';

interface Chrome {
  readonly storage: Readonly<Record<'local' | 'session', { get: (keys: null) => Promise<unknown> }>>;
  readonly runtime: { sendMessage: <T>(message: object) => Promise<T> };
  readonly tabs: {
    query: (filter: object) => Promise<readonly { id: number }[]>;
    sendMessage: (tab: number, message: object) => Promise<unknown>;
  };
}
declare const chrome: Chrome;

/** A row the eye sees, with the mark that stands on it. */
export interface SeenRow {
  readonly text: string;
  readonly marks: readonly { readonly code: string; readonly status: string }[];
}

/** One tab of a browser with the built demo extension, for the pages of one origin. @param proxy takes everything it sends. */
export async function openWalk(origin: string, proxy?: string) {
  const browser: Browser = await openBrowser(proxy);
  const said: string[] = [];
  browser.context.on('console', (message) => said.push(message.text()));
  const panel = await browser.context.newPage();
  await panel.goto(`${browser.extension}/sidepanel.html`);
  const page: Page = await browser.context.newPage();
  await page.addInitScript(() => {
    const here = globalThis as unknown as { shifted: number };
    here.shifted = 0;
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries() as unknown as { value: number }[]) here.shifted += entry.value;
    }).observe({ type: 'layout-shift', buffered: true });
  });
  let world: OverlayWorld;

  const tell = <T>(message: object) => panel.evaluate((message) => chrome.runtime.sendMessage<T>(message), message);
  /** As the background does when a setting changed: every tab asks again. */
  const refresh = () =>
    panel.evaluate(
      async (url) => {
        for (const { id } of await chrome.tabs.query({ url }))
          await chrome.tabs.sendMessage(id, { type: 'changed' }).catch(() => null);
      },
      `${origin.replace(/:\d+$/, '')}/*`,
    );

  return {
    browser,
    page,
    panel,
    said,
    tell,
    refresh,
    world: () => world,
    enable: (enabled: boolean) => tell({ type: 'panel.site', origin, enabled }),
    goto: async ({ id, hash, width }: Fixture): Promise<void> => {
      await page.setViewportSize({ width, height: 1600 });
      // Through an empty page: another hash alone would not load the page anew.
      await page.goto('about:blank');
      await page.goto(`${origin}/${id}${hash}`);
    },
    /**
     * Sets the clock of the extension's script in this tab, as one sets the clock of a computer: the script is the one that was built, and
     * asks its world what time it is. Then it is told to ask again, because it may have drawn by the other clock already.
     */
    setClock: async (now: string): Promise<void> => {
      world = await overlayWorld(page);
      await world.run(`{
        const Real = globalThis.RealDate ??= Date, at = Real.parse(${JSON.stringify(`${now}:00+07:00`)});
        globalThis.Date = class extends Real {
          constructor(...given) { if (given.length) super(...given); else super(at); }
          static now() { return at; }
        };
      }`);
      await refresh();
    },
    /** Every row of the list one can see, and what is drawn on it. */
    rows: (selector: string): Promise<readonly SeenRow[]> =>
      world.ask((selector) => {
        const marks = [...(layer()?.querySelectorAll<HTMLElement>('.mark') ?? [])].map((mark) => ({
          box: mark.getBoundingClientRect(),
          code: mark.dataset.code ?? '',
          status: mark.dataset.status ?? '',
        }));
        const shown = [...document.querySelectorAll<HTMLElement>(selector)].filter((row) => {
          const { left, top, bottom, height } = row.getBoundingClientRect();
          const there = height > 0 && document.elementFromPoint(left + 2, (top + bottom) / 2);
          return there && (row.contains(there) || there.tagName === 'DVC-OVERLAY');
        });
        return shown.map((row) => {
          const { top, bottom } = row.getBoundingClientRect();
          const on = marks.filter(
            ({ box }) => box.height > 0 && box.top + box.height / 2 >= top && box.top + box.height / 2 < bottom,
          );
          return { text: row.innerText.normalize('NFC'), marks: on.map(({ code, status }) => ({ code, status })) };
        });
      }, selector),
    /** All the extension keeps, as one text; then it forgets the dossiers, so that no page is completed from another one. */
    takeKept: async (): Promise<string> => {
      // A page that is still there could tell of its dossiers once more.
      await page.goto('about:blank');
      return panel.evaluate(async () => {
        const all: unknown[] = [await chrome.storage.local.get(null), await chrome.storage.session.get(null)];
        const done = <T>(request: IDBRequest<T>) =>
          new Promise<T>((resolve, reject) => {
            request.onsuccess = () => resolve(request.result);
            request.onerror = () => reject(request.error);
          });
        for (const { name } of await indexedDB.databases()) {
          const db = await done(indexedDB.open(name ?? ''));
          for (const store of db.objectStoreNames) {
            const shelf = db.transaction(store, 'readwrite').objectStore(store);
            all.push(await done(shelf.getAll()));
            if (store === 'dossiers') await done(shelf.clear());
          }
          db.close();
        }
        return JSON.stringify(all);
      });
    },
    chip: () => world.ask(() => layer()?.querySelector('.chip')?.textContent ?? ''),
    close: () => browser.close(),
  };
}
export type Walk = Awaited<ReturnType<typeof openWalk>>;
