import type { LocalTime } from '#rules/law.ts';
import type { Apology } from '#wire/apology.ts';
import type { Db, Statement } from './db.ts';
import { hasAny } from './has-any.ts';
import { inList } from './in-list.ts';

/** A letter on record. */
export interface StoredLetter {
  readonly letter: Apology;
  /** Its date was known by letters alone: it goes when the last of them is taken back. */
  readonly moved: boolean;
}

/** The letters on record about `codes`, in order of sending. */
export async function storedLetters(db: Db, tenant: string, codes: readonly string[]): Promise<StoredLetter[]> {
  if (!(await hasAny(db, 'select 1 from apology_letters where tenant = ?', [tenant]))) return [];
  const list = inList(codes);
  const rows = await db.all<Apology & { moved: number }>(
    `select dossier, sent, promised, reason, moved from apology_letters where tenant = ? and dossier ${list.sql}
     order by dossier, sent`,
    [tenant, ...list.params],
  );
  return rows.map(({ moved, ...letter }) => ({ letter, moved: moved === 1 }));
}

export async function lettersOf(db: Db, tenant: string, codes: readonly string[]): Promise<Apology[]> {
  return (await storedLetters(db, tenant, codes)).map(({ letter }) => letter);
}

/** Where a letter told of a new date, the moment it did: by dossier and date, joined by a blank. */
export async function lettersByPromise(
  db: Db,
  tenant: string,
  codes: readonly string[],
): Promise<Map<string, LocalTime>> {
  const letters = await lettersOf(db, tenant, codes);
  return new Map(
    letters.reverse().flatMap(({ dossier, sent, promised }) => (promised ? [[`${dossier} ${promised}`, sent]] : [])),
  );
}

/** Puts the letter on record, or takes its date and reason as told now. */
export function putLetter(tenant: string, { letter, moved }: StoredLetter, by: string, at: Date): Statement {
  const { dossier, sent, promised, reason } = letter;
  return {
    sql: `insert into apology_letters (tenant, dossier, sent, promised, reason, recorded_by, recorded_at, moved)
      values (?, ?, ?, ?, ?, ?, ?, ?) on conflict (tenant, dossier, sent) do update set promised = excluded.promised,
        reason = excluded.reason, recorded_by = excluded.recorded_by, recorded_at = excluded.recorded_at,
        moved = excluded.moved`,
    params: [tenant, dossier, sent, promised, reason, by, at.toISOString(), Number(moved)],
  };
}

export function removeLetter(tenant: string, { dossier, sent }: Pick<Apology, 'dossier' | 'sent'>): Statement {
  return {
    sql: 'delete from apology_letters where tenant = ? and dossier = ? and sent = ?',
    params: [tenant, dossier, sent],
  };
}
