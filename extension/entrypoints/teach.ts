import { browser } from 'wxt/browser';
import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { inOwnPage } from '../own-frame.ts';
import { ownLife } from '../own-life.ts';
import { startPointing } from '../teach/point.ts';
import { listsOfPage, tryPack } from '../teach/try-pack.ts';
import { type FromPage, TEACH_PORT, type ToPage } from '../teach-messages.ts';

/** Put into a page when the panel begins to teach it; idle without the panel's port. It can save nothing: it only reads and tells. */
export default defineUnlistedScript(() => {
  if (!inOwnPage()) return;
  const life = ownLife('teach');
  browser.runtime.onConnect.addListener((port) => {
    if (port.name !== TEACH_PORT || port.sender?.id !== browser.runtime.id || life.aborted) return;
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
    life.addEventListener('abort', rest);
    say({ type: 'hello', origin: location.origin });
  });
});
