import type { LocalTime } from '#rules/law.ts';
import type { Apology } from '#wire/apology.ts';
import type { Db, Statement } from './db.ts';
import { hasAny } from './has-any.ts';
import { inList } from './in-list.ts';

/** The letters on record about `codes`, in order of sending. */
export async function lettersOf(db: Db, tenant: string, codes: readonly string[]): Promise<Apology[]> {
  if (!(await hasAny(db, 'select 1 from apology_letters where tenant = ?', [tenant]))) return [];
  const list = inList(codes);
  return db.all(
    `select dossier, sent, promised, reason from apology_letters where tenant = ? and dossier ${list.sql} order by dossier, sent`,
    [tenant, ...list.params],
  );
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
export function putLetter(
  tenant: string,
  { dossier, sent, promised, reason }: Apology,
  by: string,
  at: Date,
): Statement {
  return {
    sql: `insert into apology_letters (tenant, dossier, sent, promised, reason, recorded_by, recorded_at)
      values (?, ?, ?, ?, ?, ?, ?) on conflict (tenant, dossier, sent) do update set promised = excluded.promised,
        reason = excluded.reason, recorded_by = excluded.recorded_by, recorded_at = excluded.recorded_at`,
    params: [tenant, dossier, sent, promised, reason, by, at.toISOString()],
  };
}
