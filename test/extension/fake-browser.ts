import { fakeBrowser } from 'wxt/testing/fake-browser';

/** To be imported before anything that talks to the browser: `wxt/browser` takes what it finds when it is loaded. */
Object.assign(globalThis, { browser: fakeBrowser, chrome: fakeBrowser });

/** Match patterns the officer has allowed; a test adds and takes away. */
export const allowed = new Set<string>();

Object.assign(fakeBrowser.permissions, {
  contains: async ({ origins = [] }: { origins?: string[] }) => origins.every((origin) => allowed.has(origin)),
  getAll: async () => ({ permissions: [], origins: [...allowed] }),
});

Object.assign(fakeBrowser.runtime, { getManifest: () => ({ version: '0.1.0' }) });
