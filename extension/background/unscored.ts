import { endOf } from '#rules/dossier.ts';
import { dossierOf } from '../dossier-of.ts';
import type { KnownReading } from '../known-reading.ts';
import type { Database } from './database.ts';

/** The server takes at most this many at a time, and nobody looks through more at once. */
const MOST = 500;

/**
 * Finished dossiers of which this browser has no self-score, the newest result first. One last shown while another officer was at the
 * browser is that officer's.
 */
export async function unscored(db: Database, officer: string | null): Promise<KnownReading[]> {
  const scored = new Set((await db.getAllKeys('scores')) as string[]);
  const own = (await db.getAll('dossiers')).filter(
    ({ code, seenBy }) => !scored.has(code) && (seenBy === undefined || officer === null || seenBy === officer),
  );
  return own
    .flatMap(({ reading }) => {
      const dossier = dossierOf(reading, '');
      const end = dossier && endOf(dossier);
      return end ? [{ reading, at: end.at ?? '' }] : [];
    })
    .sort((a, b) => (a.at < b.at ? 1 : a.at > b.at ? -1 : a.reading.code < b.reading.code ? -1 : 1))
    .slice(0, MOST)
    .map(({ reading }) => reading);
}
