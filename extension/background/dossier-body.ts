import type { DossierBody } from '#wire/dossier.ts';
import { dossierOf } from '../dossier-of.ts';
import type { DossierReading } from '../hosts/host.ts';

const ENDED = new Set(['ready', 'returned']);

/**
 * What is sent of a dossier, or `null` while the screen has not shown enough: sending "no end date" for a finished dossier would
 * state an absence nobody has seen.
 */
export function dossierBody(reading: DossierReading, unit: string): DossierBody | null {
  const dossier = dossierOf(reading, unit);
  if (!dossier?.received || !dossier.promised) return null;
  if (ENDED.has(dossier.state) && !dossier.ready && !dossier.returned) return null;
  // No screen shows steps or hands yet; left out they are not stated to be absent.
  const { steps: _steps, handlers: _handlers, ...seen } = dossier;
  return { ...seen, reappointed: dossier.reappointed && [...dossier.reappointed], pauses: [...dossier.pauses] };
}
