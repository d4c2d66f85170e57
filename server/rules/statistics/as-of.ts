import type { Dossier, DossierState } from '../dossier.ts';
import type { LocalTime } from '../law.ts';

const ENDED: readonly DossierState[] = ['ready', 'returned', 'refused', 'withdrawn', 'stopped'];

/**
 * The dossier as it stood at `moment`: what happened from then on is taken away. A table of a past period is drawn from today's data,
 * and a dossier finished since then was still open. An end at an unknown moment is kept, for nothing shows it came later.
 */
export function asOf(dossier: Dossier, moment: LocalTime): Dossier {
  const { pauses } = dossier;
  // Most are as they were; a close asks this of a million.
  if (pauses.length === 0 && (dossier.ready ?? '') < moment && (dossier.returned ?? '') < moment) return dossier;
  const known = (time: LocalTime | null) => (time !== null && time < moment ? time : null);
  const [ready, returned] = [known(dossier.ready), known(dossier.returned)];
  const endedLater = (dossier.ready ?? dossier.returned) !== null && ready === null && returned === null;
  return {
    ...dossier,
    ready,
    returned,
    state: endedLater && ENDED.includes(dossier.state) ? 'processing' : dossier.state,
    pauses: pauses
      .filter(({ from }) => from < moment)
      .map((pause) => (pause.to !== null && pause.to > moment ? { ...pause, to: null } : pause)),
  };
}
