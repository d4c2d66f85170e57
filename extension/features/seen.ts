import type { LocalTime } from '#rules/law.ts';
import { dossierOf } from '../dossier-of.ts';
import type { DossierReading } from '../hosts/host.ts';
import { type OfficeSettings, officeOf } from '../office-rules.ts';
import type { Seen } from './feature.ts';

/** What a feature is given of one reading. The unit decides nothing on the page; it is named when facts are sent. */
export function seenOf(reading: DossierReading, settings: OfficeSettings, now: LocalTime): Seen {
  return { reading, dossier: dossierOf(reading, ''), now, settings, office: officeOf(settings) };
}
