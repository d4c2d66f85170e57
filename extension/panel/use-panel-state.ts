import { useEffect, useState } from 'preact/hooks';
import { switchFeatures } from '../features/switches.ts';
import { speak } from '../language.ts';
import type { PanelState } from '../messages.ts';
import { setLook } from '../ui/set-look.ts';
import { askState } from './ask.ts';
import { useChanged } from './use-changed.ts';

const MINUTE_MS = 60_000;

/** The page speaks and looks as the officer chose, before it is drawn with the state that says so. */
function dress({ preferences }: PanelState): void {
  speak(preferences.language);
  switchFeatures(preferences.features);
  document.documentElement.lang = preferences.language;
  setLook(preferences.look, document.styleSheets, document.documentElement);
}

/** State of the background, asked again whenever it says that something changed, and every minute because time passes. */
export function usePanelState(): { state: PanelState | null; reload: () => Promise<void> } {
  const [state, setState] = useState<PanelState | null>(null);
  const reload = async (): Promise<void> => {
    const next = await askState().catch(() => null);
    if (!next) return;
    dress(next);
    setState(next);
  };
  useChanged(reload);
  useEffect(() => {
    const timer = setInterval(reload, MINUTE_MS);
    return () => clearInterval(timer);
  }, []);
  return { state, reload };
}
