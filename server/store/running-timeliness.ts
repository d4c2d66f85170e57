import type { Db, Statement } from './db.ts';
import type { CountRow, Counts } from './snapshot-counts.ts';

/** What was counted of the time of one unit in a period that is open. */
export interface RunningCounts {
  readonly unit: string;
  readonly madeAt: string;
  readonly rows: readonly CountRow[];
}

/** The units counted so far, by code. @param unit only of this one. */
export async function runningCounts(
  db: Db,
  tenant: string,
  period: string,
  unit: string | null = null,
): Promise<RunningCounts[]> {
  const own = unit === null ? '' : 'and unit = ?';
  const rows = await db.all<{ unit: string; madeAt: string; rows: string }>(
    `select unit, made_at as "madeAt", rows from running_timeliness where tenant = ? and period = ? ${own} order by unit`,
    [tenant, period, ...(unit === null ? [] : [unit])],
  );
  return rows.map(({ rows: json, ...row }) => ({
    ...row,
    rows: (JSON.parse(json) as [string, string, Counts][]).map(([family, key, counts]) => ({
      ...{ unit: row.unit, family, key, counts },
    })),
  }));
}

/** When each unit was counted. */
export async function countedAt(db: Db, tenant: string, period: string): Promise<ReadonlyMap<string, string>> {
  const rows = await db.all<{ unit: string; madeAt: string }>(
    'select unit, made_at as "madeAt" from running_timeliness where tenant = ? and period = ?',
    [tenant, period],
  );
  return new Map(rows.map(({ unit, madeAt }) => [unit, madeAt]));
}

export function putRunning(tenant: string, period: string, { unit, madeAt, rows }: RunningCounts): Statement {
  return {
    sql: `insert into running_timeliness (tenant, period, unit, made_at, rows) values (?, ?, ?, ?, ?)
      on conflict (tenant, period, unit) do update set made_at = excluded.made_at, rows = excluded.rows`,
    params: [
      tenant,
      period,
      unit,
      madeAt,
      JSON.stringify(rows.map(({ family, key, counts }) => [family, key, counts])),
    ],
  };
}

/** What a period that is open no more was counted to while it ran: its snapshot says it now. */
export function dropEnded(tenant: string): Statement {
  return {
    sql: `delete from running_timeliness where tenant = ? and not exists (select 1 from periods p
      where p.tenant = running_timeliness.tenant and p.period = running_timeliness.period and p.state = 'open')`,
    params: [tenant],
  };
}
