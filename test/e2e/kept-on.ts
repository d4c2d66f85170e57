import type { Page } from 'playwright-core';

type Areas = Record<'local' | 'session', { get(all: null): Promise<unknown> }>;

/** Everything the extension keeps on this computer, as one text; asked from one of its own pages. */
export function keptOn(page: Page): Promise<string> {
  return page.evaluate(async () => {
    const { storage } = (globalThis as unknown as { chrome: { storage: Areas } }).chrome;
    const areas = await Promise.all([storage.local.get(null), storage.session.get(null)]);
    const done = <T>(request: IDBRequest<T>) =>
      new Promise<T>((resolve, reject) => {
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(request.error);
      });
    const db = await done(indexedDB.open('danhgia-dvc'));
    const stores = [...db.objectStoreNames].map((name) => done(db.transaction(name).objectStore(name).getAll()));
    const rows = await Promise.all(stores);
    db.close();
    return JSON.stringify([areas, rows, { ...localStorage }, { ...sessionStorage }]);
  });
}
