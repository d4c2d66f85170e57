import type { DossierBody } from '#wire/dossier.ts';
import type { DossierReading } from '../hosts/host.ts';

const ENDED = new Set(['ready', 'returned']);

/**
 * What is sent of a dossier, or `null` while the screen has not shown enough: sending "no end date" for a finished dossier would
 * state an absence nobody has seen.
 */
export function dossierBody(reading: DossierReading, unit: string): DossierBody | null {
  const { code, procedure, state, received, promised, reappointed, ready, returned } = reading;
  if (!state || !received || !promised) return null;
  if (ENDED.has(state) && !ready && !returned) return null;
  return {
    code,
    unit,
    procedure,
    officer: null,
    channel: null,
    state,
    received,
    promised,
    reappointed: reappointed ? [reappointed] : [],
    ready,
    returned,
    pauses: [],
    supplements: null,
    limitDays: null,
  };
}
