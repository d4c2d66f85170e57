import type { DossierBody } from '#wire/dossier.ts';
import { actsOf } from '../acts-of.ts';
import { dossierOf } from '../dossier-of.ts';
import type { KnownReading } from '../known-reading.ts';

const ENDED = new Set(['ready', 'returned']);

/**
 * What is sent of a dossier, or `null` while the screen has not shown enough: sending "no end date" for a finished dossier would
 * state an absence nobody has seen. Letters are put on record on their own.
 */
export function dossierBody(reading: KnownReading, unit: string): DossierBody | null {
  const shown = { ...reading, letters: [] };
  const dossier = dossierOf(shown, unit);
  if (!dossier?.received || !dossier.promised) return null;
  if (ENDED.has(dossier.state) && !dossier.ready && !dossier.returned) return null;
  // No page tells the code of the agency of a step, and no screen shows hands: left out, not stated to be absent.
  const { steps: _steps, handlers: _handlers, receivedBy: _receivedBy, ...seen } = dossier;
  const { submitted, supplementNotices } = actsOf(shown);
  const acts = {
    ...(submitted ? { submitted } : {}),
    ...(supplementNotices ? { supplementNotices: [...supplementNotices] } : {}),
  };
  const { steps } = reading;
  return {
    ...seen,
    reappointed: dossier.reappointed && [...dossier.reappointed],
    pauses: [...dossier.pauses],
    ...(Object.keys(acts).length > 0 ? { acts } : {}),
    ...(steps?.length ? { course: [...steps] } : {}),
  };
}
