import { browser } from 'wxt/browser';
import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import type { ChangedMessage, NameMessage } from '../messages.ts';
import { type Ask, startOverlay } from '../overlay/start-overlay.tsx';
import { inOwnPage } from '../own-frame.ts';
import { ownLife } from '../own-life.ts';

/** Registered at run time for the sites the officer enabled; in no manifest. */
export default defineUnlistedScript(async () => {
  if (!inOwnPage()) return;
  const ask: Ask = async (message) => {
    try {
      return await browser.runtime.sendMessage(message);
    } catch {
      return null;
    }
  };
  const life = ownLife('overlay');
  const { refresh, nameOf } = startOverlay(ask, life);
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
  life.addEventListener('abort', () => browser.runtime?.onMessage?.removeListener(onMessage));
  await refresh();
});
