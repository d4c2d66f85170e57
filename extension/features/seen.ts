import type { LocalTime } from '#rules/law.ts';
import { actsOf } from '../acts-of.ts';
import { dossierOf } from '../dossier-of.ts';
import type { KnownReading } from '../known-reading.ts';
import { type OfficeSettings, officeOf } from '../office-rules.ts';
import type { Seen } from './feature.ts';

/** What a feature is given of one reading. The unit decides nothing on the page; it is named when facts are sent. */
export function seenOf(reading: KnownReading, settings: OfficeSettings, now: LocalTime): Seen {
  return {
    reading,
    dossier: dossierOf(reading, ''),
    acts: actsOf(reading),
    now,
    settings,
    office: officeOf(settings),
  };
}
