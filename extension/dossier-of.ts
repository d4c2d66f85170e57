import type { Dossier, Pause } from '#rules/dossier.ts';
import type { LocalTime } from '#rules/law.ts';
import type { KnownReading, SeenPromise } from './known-reading.ts';
import { shownWaits } from './shown-waits.ts';

interface Promise {
  readonly promised: LocalTime | null;
  /** Dates that took its place without a wait between. */
  readonly moved: readonly LocalTime[];
  readonly pauses: readonly Pause[];
}

const datesOf = (promises: readonly SeenPromise[]): LocalTime[] => promises.map(({ date }) => date);

/**
 * The promise a dossier is judged by: the first that was seen, with the waits that ended after it was seen; a page first seen later may
 * have printed the date anew already, and a wait must not move it twice. Where a date was printed anew after a wait of which no screen
 * shows the times, that one.
 */
function promiseOf({ promised, promises = [], steps }: KnownReading): Promise {
  const [first] = promises;
  if (!first) return { promised, moved: [], pauses: [] };
  const pauses = shownWaits(steps).filter(({ to }) => to !== null && to > first.first);
  const anew = promises.findLastIndex(({ afterWait }) => afterWait);
  if (anew < 1 || pauses.length > 0)
    return { promised: first.date, moved: datesOf(promises.slice(1).filter(({ afterWait }) => !afterWait)), pauses };
  return { promised: promises[anew]?.date ?? promised, moved: datesOf(promises.slice(anew + 1)), pauses };
}

/**
 * A reading as the rules take it and as it is sent: the marks on the page and the server judge the same facts. `null`
 * without a state, because an unknown state is not "in process".
 */
export function dossierOf(reading: KnownReading, unit: string): Dossier | null {
  const { code, procedure, state, received, reappointed, ready, returned, letters = [] } = reading;
  if (!state) return null;
  const { promised, moved, pauses } = promiseOf(reading);
  const told = letters.filter((letter) => letter.state !== 'refused').map((letter) => letter.promised);
  const again = [...new Set([...moved, ...(reappointed ? [reappointed] : []), ...told])]
    .filter((date) => date !== promised)
    .sort();
  return {
    code,
    procedure,
    unit,
    officer: null,
    channel: reading.submittedOnline ? 'online' : null,
    state,
    received,
    promised,
    // A host without such a column, or with an empty cell, does not say that there was no new date.
    reappointed: again.length > 0 ? again : null,
    ready,
    returned,
    pauses,
    supplements: reading.supplements,
    limitDays: reading.limitDays ?? null,
  };
}
