import { IDBFactory } from 'fake-indexeddb';
import { afterEach, beforeEach } from 'vitest';
import { standInServer } from './stand-in-server.ts';

/** For each test an empty device, an empty page and a server of its own; a test may put another one in its place. */
export function ownServer(): { server: Awaited<ReturnType<typeof standInServer>> } {
  const own = {} as ReturnType<typeof ownServer>;
  beforeEach(async () => {
    globalThis.indexedDB = new IDBFactory();
    own.server = await standInServer();
  });
  afterEach(async () => {
    document.body.replaceChildren();
    await own.server.close();
  });
  return own;
}
