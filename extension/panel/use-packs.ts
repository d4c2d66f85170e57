import { useState } from 'preact/hooks';
import type { PackState } from '../pack-messages.ts';
import { askPacks } from './ask.ts';
import { useChanged } from './use-changed.ts';

/** How pages are read and how well, asked again whenever the background says that something changed. */
export function usePacks(): { packs: PackState | null; reload: () => Promise<void> } {
  const [packs, setPacks] = useState<PackState | null>(null);
  const reload = async (): Promise<void> => {
    const next = await askPacks().catch(() => null);
    if (next) setPacks(next);
  };
  useChanged(reload);
  return { packs, reload };
}
