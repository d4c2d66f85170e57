import { type Db, oneOrNull, type Statement } from './db.ts';

export interface StoredProcedure {
  readonly procedure: string;
  readonly name: string;
  readonly sector: string | null;
  /** Working days the law allows, or `null` when not known. */
  readonly limitDays: number | null;
}

/** Every procedure of the province, by code. */
export function proceduresOf(db: Db, tenant: string): Promise<StoredProcedure[]> {
  return db.all(
    'select procedure, name, sector, limit_days as "limitDays" from procedures where tenant = ? order by procedure',
    [tenant],
  );
}

export async function procedureNameOrNull(db: Db, tenant: string, procedure: string): Promise<string | null> {
  const row = await oneOrNull<{ name: string }>(db, 'select name from procedures where tenant = ? and procedure = ?', [
    tenant,
    procedure,
  ]);
  return row?.name ?? null;
}

/** Creates the procedure or replaces all that is known of it. */
export function putProcedure(tenant: string, { procedure, name, sector, limitDays }: StoredProcedure): Statement {
  return {
    sql: `insert into procedures (tenant, procedure, name, sector, limit_days) values (?, ?, ?, ?, ?)
      on conflict (tenant, procedure) do update set name = excluded.name, sector = excluded.sector,
        limit_days = excluded.limit_days`,
    params: [tenant, procedure, name, sector, limitDays],
  };
}
