import { browser } from 'wxt/browser';
import { defineContentScript } from 'wxt/utils/define-content-script';
import { type Ask, startOverlay } from '../../overlay/start-overlay.tsx';

const WATCH_MS = 400;

/** Registered at run time for the sites the officer enabled; in no manifest. */
export default defineContentScript({
  registration: 'runtime',
  noScriptStartedPostMessage: true,
  async main(ctx) {
    const ask: Ask = async (message) => {
      try {
        return await browser.runtime.sendMessage(message);
      } catch {
        return null;
      }
    };
    // The page outlives the extension: looking at `isInvalid` is what notices that it is gone.
    ctx.setInterval(() => ctx.isInvalid, WATCH_MS);
    const { refresh } = startOverlay(ask, ctx.signal);
    const onMessage = (message: unknown): void => {
      if (typeof message === 'object' && message !== null && 'type' in message && message.type === 'changed')
        void refresh();
    };
    browser.runtime.onMessage.addListener(onMessage);
    ctx.onInvalidated(() => browser.runtime?.onMessage?.removeListener(onMessage));
    await refresh();
  },
});
