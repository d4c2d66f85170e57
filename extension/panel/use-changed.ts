import { useEffect } from 'preact/hooks';
import { browser } from 'wxt/browser';

/** Runs `ask` when the page is shown and whenever the background says that something changed. */
export function useChanged(ask: () => Promise<void>): void {
  useEffect(() => {
    void ask();
    const onMessage = (message: unknown, { tab }: { tab?: unknown }): void => {
      // The background is in no tab; a script in a page of a host has nothing to announce here.
      if (tab) return;
      if (typeof message === 'object' && message !== null && 'type' in message && message.type === 'changed')
        void ask();
    };
    browser.runtime.onMessage.addListener(onMessage);
    return () => browser.runtime.onMessage.removeListener(onMessage);
  }, []);
}
