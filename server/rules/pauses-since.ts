import type { Pause } from './dossier.ts';
import type { LocalTime } from './law.ts';

/**
 * The pauses of a dossier from its receipt on. Before it no clock ran, so nothing stood still: a pause that began earlier is cut
 * there, one that ended by then is none. Without a receipt all are kept as they are.
 */
export function pausesSince(received: LocalTime | null, pauses: readonly Pause[]): readonly Pause[] {
  if (received === null || pauses.every(({ from }) => from >= received)) return pauses;
  return pauses
    .filter(({ to }) => to === null || to > received)
    .map((pause) => (pause.from < received ? { ...pause, from: received } : pause));
}
