import { addDays } from '#rules/calendar/date.ts';
import type { LocalTime } from '#rules/law.ts';
import type { DossierReading } from '../hosts/host.ts';
import { type Database, type StoredDossier, writing } from './database.ts';
import { mergeReading } from './merge-reading.ts';
import { promisesAfter } from './promise-history.ts';

const KEPT_DAYS = 90;

/** Stores what a screen said while `seenBy` was at the browser, completed with what others said before. Gives the completed readings, in order. */
export async function rememberReadings(
  db: Database,
  readings: readonly DossierReading[],
  seen: LocalTime,
  seenBy: string | null = null,
): Promise<StoredDossier[]> {
  const tx = writing(db);
  const stored: StoredDossier[] = [];
  for (const reading of readings) {
    const before = await tx.objectStore('dossiers').get(reading.code);
    const older = before?.reading ?? null;
    const after = {
      code: reading.code,
      reading: {
        ...mergeReading(older, reading),
        promises: promisesAfter(before ?? null, reading, seen),
      },
      seen,
      queued: before?.queued ?? null,
      ...(seenBy ? { seenBy } : before?.seenBy ? { seenBy: before.seenBy } : {}),
    };
    await tx.objectStore('dossiers').put(after);
    stored.push(after);
  }
  await tx.done;
  return stored;
}

/** Dossiers a screen showed on the day of `now`. */
export function seenToday(db: Database, now: LocalTime): Promise<StoredDossier[]> {
  const day = now.slice(0, 10);
  return db.getAllFromIndex('dossiers', 'seen', IDBKeyRange.bound(`${day}T00:00`, `${day}T23:59`));
}

/** Dossiers shown on the last day until `now` on which a screen showed any; empty when none was. */
export async function seenOnLastDay(db: Database, now: LocalTime): Promise<StoredDossier[]> {
  const last = await db.transaction('dossiers').store.index('seen').openCursor(IDBKeyRange.upperBound(now), 'prev');
  return last ? seenToday(db, last.value.seen) : [];
}

/**
 * Forgets dossiers no screen has shown for 90 days, and self-scores that are on the server and of dossiers no longer known here. What
 * was seen while the clock was ahead counts as seen now: otherwise it would be today's, or kept, until that day comes.
 */
export async function forgetOld(db: Database, now: LocalTime): Promise<void> {
  const before = `${addDays(now.slice(0, 10), -KEPT_DAYS)}T00:00`;
  const tx = writing(db);
  const [dossiers, scores] = [tx.objectStore('dossiers'), tx.objectStore('scores')];
  for await (const cursor of dossiers.index('seen').iterate(IDBKeyRange.upperBound(before))) await cursor.delete();
  for (const ahead of await dossiers.index('seen').getAll(IDBKeyRange.lowerBound(now, true)))
    await dossiers.put({ ...ahead, seen: now });
  const known = new Set(await dossiers.getAllKeys());
  for (const { code, state, at } of await scores.getAll())
    if (state === 'sent' && at < before && !known.has(code)) await scores.delete(code);
  await tx.done;
}
