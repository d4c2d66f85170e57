import { fakeBrowser } from 'wxt/testing/fake-browser';

/** To be imported before anything that talks to the browser: `wxt/browser` takes what it finds when it is loaded. */
Object.assign(globalThis, { browser: fakeBrowser, chrome: fakeBrowser });
