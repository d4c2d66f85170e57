import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { Desk as ServedDesk } from '#wire/desk.ts';
import type { Period } from '#wire/results.ts';

/** What every screen works with: the periods, the session's units, and the period chosen in the head. */
export interface Desk extends ServedDesk {
  /** `null` before the first period is opened. */
  readonly period: Period | null;
  readonly choosePeriod: (period: string) => void;
  /** After an act that changed a period or a unit. */
  readonly again: () => void;
}

export const DeskContext = createContext<Desk | null>(null);

/** Periods, units and the chosen period, so that a screen asks the server for its own figures alone. @throws outside the shell. */
export function useDesk(): Desk {
  const desk = useContext(DeskContext);
  if (!desk) throw new Error('useDesk: no desk above this component');
  return desk;
}
