import { useEffect, useState } from 'preact/hooks';
import { browser } from 'wxt/browser';
import type { PackState } from '../pack-messages.ts';
import { askPacks } from './ask.ts';

/** How pages are read and how well, asked again whenever the background says that something changed. */
export function usePacks(): { packs: PackState | null; reload: () => Promise<void> } {
  const [packs, setPacks] = useState<PackState | null>(null);
  const reload = async (): Promise<void> => {
    const next = await askPacks().catch(() => null);
    if (next) setPacks(next);
  };
  useEffect(() => {
    void reload();
    const onMessage = (message: unknown): void => {
      if (typeof message === 'object' && message !== null && 'type' in message && message.type === 'changed')
        void reload();
    };
    browser.runtime.onMessage.addListener(onMessage);
    return () => browser.runtime.onMessage.removeListener(onMessage);
  }, []);
  return { packs, reload };
}
