import type { Recording } from '#wire/recording.ts';
import type { Db } from './db.ts';
import { hasAny } from './has-any.ts';
import { inList } from './in-list.ts';

/** Those of `codes` whose unit puts all of `kind` on record from before the dossier was received until it ended. */
export async function recordedAmong(
  db: Db,
  tenant: string,
  kind: Recording['kind'],
  codes: readonly string[],
): Promise<string[]> {
  // Of most units nothing is declared, and a close asks for a thousand dossiers at a time.
  if (!(await hasAny(db, 'select 1 from recordings where tenant = ? and kind = ?', [tenant, kind]))) return [];
  const list = inList(codes);
  const rows = await db.all<{ code: string }>(
    `select d.code from dossiers d join recordings r on r.tenant = d.tenant and r.unit = d.unit and r.kind = ?
       and r.from_day <= substr(d.received, 1, 10) and (r.to_day is null or r.to_day > coalesce(d.ended_day, ''))
     where d.tenant = ? and d.code ${list.sql}`,
    [kind, tenant, ...list.params],
  );
  return rows.map(({ code }) => code);
}
