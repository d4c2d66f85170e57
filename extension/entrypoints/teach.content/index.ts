import { browser } from 'wxt/browser';
import { defineContentScript } from 'wxt/utils/define-content-script';
import { inOwnPage } from '../../own-frame.ts';
import { startPointing } from '../../teach/point.ts';
import { listsOfPage, tryPack } from '../../teach/try-pack.ts';
import { type FromPage, TEACH_PORT, type ToPage } from '../../teach-messages.ts';

/** Put into a page when the panel begins to teach it; idle without the panel's port. It can save nothing: it only reads and tells. */
export default defineContentScript({
  registration: 'runtime',
  noScriptStartedPostMessage: true,
  main(ctx) {
    if (!inOwnPage()) return;
    browser.runtime.onConnect.addListener((port) => {
      if (port.name !== TEACH_PORT || port.sender?.id !== browser.runtime.id || ctx.isInvalid) return;
      let pointing: AbortController | null = null;
      const frame = crypto.randomUUID();
      const say = (message: FromPage): void => port.postMessage(message);
      const rest = (): void => {
        pointing?.abort();
        pointing = null;
      };
      const point = (): void => {
        rest();
        pointing = new AbortController();
        const stopped = (): void => {
          rest();
          say({ type: 'stopped' });
        };
        startPointing({ picked: (pick) => say({ type: 'picked', pick }), stopped }, pointing.signal);
      };
      port.onMessage.addListener((message: ToPage) => {
        switch (message.type) {
          case 'lists':
            return say({ type: 'lists', frame, lists: listsOfPage() });
          case 'point':
            // The page of the tab looks into its frames by itself.
            return message.on && top === window ? point() : rest();
          case 'try':
            return say({ type: 'tried', n: message.n, trial: tryPack(message.pack) });
        }
      });
      port.onDisconnect.addListener(rest);
      ctx.onInvalidated(rest);
      say({ type: 'hello', origin: location.origin });
    });
  },
});
