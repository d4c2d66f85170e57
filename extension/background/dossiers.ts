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

/** Dossiers a screen showed since midnight. */
export function seenToday(db: Database, now: LocalTime): Promise<StoredDossier[]> {
  return db.getAllFromIndex('dossiers', 'seen', IDBKeyRange.lowerBound(`${now.slice(0, 10)}T00:00`));
}

/** Dossiers shown on the last day on which a screen showed any; empty when none was. */
export async function seenOnLastDay(db: Database): Promise<StoredDossier[]> {
  const last = await db.transaction('dossiers').store.index('seen').openCursor(null, 'prev');
  return last ? seenToday(db, last.value.seen) : [];
}

/** Forgets dossiers no screen has shown for 90 days. */
export async function forgetOld(db: Database, now: LocalTime): Promise<void> {
  const before = `${addDays(now.slice(0, 10), -KEPT_DAYS)}T00:00`;
  const tx = writing(db);
  for await (const cursor of tx.objectStore('dossiers').index('seen').iterate(IDBKeyRange.upperBound(before)))
    await cursor.delete();
  await tx.done;
}
