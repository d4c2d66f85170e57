import type { ComponentType } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { type ApiFault, faultOf } from './api.ts';
import type { Place } from './place.ts';
import type { ScreenEntry } from './screens/index.ts';

type Screen = ComponentType<{ place: Place }>;
const loaded = new Map<string, Screen>();

/** The component of a screen, loaded when it is first opened. `Screen` is `null` until then. */
export function useScreen(entry: ScreenEntry | undefined): {
  Screen: Screen | null;
  fault: ApiFault | null;
  again: () => void;
} {
  const [fault, setFault] = useState<ApiFault | null>(null);
  const [round, setRound] = useState(0);
  useEffect(() => {
    setFault(null);
    if (!entry || loaded.has(entry.path)) return;
    let left = false;
    entry.load().then(
      (screen) => {
        loaded.set(entry.path, screen);
        if (!left) setRound((n) => n + 1);
      },
      (error: unknown) => !left && setFault(faultOf(error)),
    );
    return () => {
      left = true;
    };
  }, [entry?.path, round]);
  return { Screen: (entry && loaded.get(entry.path)) ?? null, fault, again: () => setRound((n) => n + 1) };
}
