import { browser } from 'wxt/browser';
import { defineContentScript } from 'wxt/utils/define-content-script';
import type { ChangedMessage, NameMessage } from '../../messages.ts';
import { type Ask, startOverlay } from '../../overlay/start-overlay.tsx';
import { inOwnPage } from '../../own-frame.ts';

const WATCH_MS = 400;

/** Registered at run time for the sites the officer enabled; in no manifest. */
export default defineContentScript({
  registration: 'runtime',
  noScriptStartedPostMessage: true,
  async main(ctx) {
    if (!inOwnPage()) return;
    const ask: Ask = async (message) => {
      try {
        return await browser.runtime.sendMessage(message);
      } catch {
        return null;
      }
    };
    // The page outlives the extension: looking at `isInvalid` is what notices that it is gone.
    ctx.setInterval(() => ctx.isInvalid, WATCH_MS);
    const { refresh, nameOf } = startOverlay(ask, ctx.signal);
    const onMessage = (
      message: ChangedMessage | NameMessage,
      { id, url }: { id?: string; url?: string },
      respond: (name: string) => void,
    ): void => {
      if (id !== browser.runtime.id) return;
      if (message?.type === 'changed') void refresh();
      // The one page that may ask for a name, and it alone hears the answer. A frame that knows none leaves it to the others of its tab.
      if (message?.type === 'name' && url?.startsWith(browser.runtime.getURL('/letter.html'))) {
        const name = nameOf(message.code);
        if (name !== null) respond(name);
      }
    };
    browser.runtime.onMessage.addListener(onMessage);
    ctx.onInvalidated(() => browser.runtime?.onMessage?.removeListener(onMessage));
    await refresh();
  },
});
