import type { Page } from 'playwright-core';

/** The part of the extension's own interface its pages are asked with. */
export interface Chrome {
  readonly runtime: { sendMessage: <T>(message: object) => Promise<T> };
  readonly storage: Readonly<
    Record<'local' | 'session', { get: (keys: null) => Promise<unknown>; set: (values: object) => Promise<void> }>
  >;
}

/** Everything the extension keeps, as one text. @param page one of its own pages. */
export function allStored(page: Page): Promise<string> {
  return page.evaluate(async () => {
    const { storage } = (globalThis as never as { chrome: Chrome }).chrome;
    const open = indexedDB.open('danhgia-dvc');
    const db = await new Promise<IDBDatabase>((resolve) => {
      open.onsuccess = () => resolve(open.result);
    });
    const rows: unknown[] = [];
    for (const name of db.objectStoreNames) {
      const all = db.transaction(name).objectStore(name).getAll();
      rows.push(
        await new Promise((resolve) => {
          all.onsuccess = () => resolve(all.result);
        }),
      );
    }
    db.close();
    return JSON.stringify([await storage.local.get(null), await storage.session.get(null), rows]);
  });
}
