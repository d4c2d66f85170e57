import type { Recording } from '#wire/recording.ts';
import type { Db, Statement } from './db.ts';
import { withinScope } from './units.ts';

export interface StoredRecording extends Recording {
  readonly declaredBy: string;
  readonly declaredAt: string;
}

/** Which units of `scope` put all of a kind on record, and since when, by unit. */
export function recordingsOf(db: Db, tenant: string, scope: string | null): Promise<StoredRecording[]> {
  const within = withinScope(tenant, scope);
  return db.all(
    `select unit, kind, from_day as "from", to_day as "to", declared_by as "declaredBy", declared_at as "declaredAt"
     from recordings where tenant = ?${within.sql} order by unit, kind`,
    [tenant, ...within.params],
  );
}

export function putRecording(tenant: string, { unit, kind, from, to }: Recording, by: string, at: Date): Statement {
  return {
    sql: `insert into recordings (tenant, unit, kind, from_day, to_day, declared_by, declared_at) values (?, ?, ?, ?, ?, ?, ?)
      on conflict (tenant, unit, kind) do update set from_day = excluded.from_day, to_day = excluded.to_day,
        declared_by = excluded.declared_by, declared_at = excluded.declared_at`,
    params: [tenant, unit, kind, from, to, by, at.toISOString()],
  };
}
