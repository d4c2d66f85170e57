import type { Dossier } from '#rules/dossier.ts';
import type { DossierReading } from './hosts/host.ts';

/**
 * A reading as the rules take it and as it is sent: the marks on the page and the server judge the same facts. `null`
 * without a state, because an unknown state is not "in process".
 */
export function dossierOf(reading: DossierReading, unit: string): Dossier | null {
  const { code, procedure, state, received, promised, reappointed, ready, returned } = reading;
  if (!state) return null;
  return {
    code,
    procedure,
    unit,
    officer: null,
    channel: null,
    state,
    received,
    promised,
    // A host without such a column, or with an empty cell, does not say that there was no new date.
    reappointed: reappointed ? [reappointed] : null,
    ready,
    returned,
    pauses: [],
    supplements: reading.supplements ?? null,
    limitDays: null,
  };
}
