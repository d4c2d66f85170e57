import type { Dossier } from '#rules/dossier.ts';
import type { LocalTime } from '#rules/law.ts';
import type { DossierReading } from '../hosts/host.ts';
import { type OfficeSettings, officeOf } from '../office-rules.ts';
import type { Seen } from './feature.ts';

/** A reading as the rules take it; `null` without a state, because an unknown state is not "in process". */
function dossierOf(reading: DossierReading): Dossier | null {
  const { code, procedure, state, received, promised, reappointed, ready, returned } = reading;
  if (!state) return null;
  return {
    code,
    procedure,
    unit: '',
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

export function seenOf(reading: DossierReading, settings: OfficeSettings, now: LocalTime): Seen {
  return { reading, dossier: dossierOf(reading), now, settings, office: officeOf(settings) };
}
