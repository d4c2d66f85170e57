import { CALENDAR_VERSION } from '#rules/calendar/calendar.ts';
import type { Dossier } from '#rules/dossier.ts';
import type { LocalTime } from '#rules/law.ts';
import type { Apology } from '#wire/apology.ts';
import { bodyHash } from '../body-hash.ts';
import { putLetter, removeLetter, type StoredLetter } from './apology-letters.ts';
import type { Statement } from './db.ts';
import { dossierChanges, insertDossierChanges } from './dossier-changes.ts';
import { putDossier } from './dossiers.ts';

/** What was done to one letter. */
export interface LetterDone {
  readonly outcome: 'created' | 'updated' | 'repeated';
  readonly before: Apology | null;
}

/**
 * The letters of one dossier and the new dates they tell. A date only letters told goes with the last of them, so that a date typed
 * wrong and put right is one new date and not two; a date the back office told as well stays.
 */
export function letterBook(was: Dossier, stored: readonly StoredLetter[]) {
  const letters = new Map(stored.map((each) => [each.letter.sent, each]));
  const written = new Set<LocalTime>();
  let dates = was.reappointed;

  /** Takes the letter sent at `sent` off the book, and its date where no other letter tells it. */
  function strike(sent: LocalTime): StoredLetter | undefined {
    const struck = letters.get(sent);
    letters.delete(sent);
    const promised = struck?.moved ? struck.letter.promised : null;
    if (promised && ![...letters.values()].some(({ letter }) => letter.promised === promised))
      dates = dates?.filter((date) => date !== promised) ?? null;
    if (struck) written.add(sent);
    return struck;
  }

  return {
    put(letter: Apology): LetterDone {
      const { sent, promised } = letter;
      const known = letters.get(sent)?.letter ?? null;
      if (known && bodyHash(known) === bodyHash(letter)) return { outcome: 'repeated', before: known };
      strike(sent);
      const byLetter = [...letters.values()].some((each) => each.moved && each.letter.promised === promised);
      const isNew = promised !== null && promised !== was.promised && !dates?.includes(promised);
      if (isNew) dates = [...(dates ?? []), promised].sort();
      letters.set(sent, { letter, moved: isNew || byLetter });
      written.add(sent);
      return { outcome: known ? 'updated' : 'created', before: known };
    },
    strike,
    /** What writes all of it, with each change of the dates. */
    statements(tenant: string, actor: string, at: Date): Statement[] {
      // Whether the back office knew of none before the letter is not on record.
      const emptied = dates?.length === 0 && was.reappointed?.length !== 0;
      const after = { ...was, reappointed: emptied ? null : dates };
      const changes = dossierChanges(was, after);
      return [
        ...[...written].map((sent) => {
          const kept = letters.get(sent);
          return kept ? putLetter(tenant, kept, actor, at) : removeLetter(tenant, { dossier: was.code, sent });
        }),
        ...(changes.length ? [putDossier(tenant, after, CALENDAR_VERSION, actor, at)] : []),
        ...insertDossierChanges(tenant, was.code, changes, actor, at),
      ];
    },
  };
}
export type LetterBook = ReturnType<typeof letterBook>;
