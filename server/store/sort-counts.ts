import type { Db, Value } from './db.ts';

/** Counts whose rows are made when an answer is the first of its kind, so that their places tell in which order answers came. */
const COUNTS = [
  {
    table: 'tallies',
    of: 'tenant = ? and period = ?',
    group: 'unit',
    columns: ['tenant', 'period', 'unit', 'survey', 'stage', 'channel', 'proof', 'question', 'option', 'n'],
  },
  {
    table: 'procedure_tallies',
    of: 'tenant = ? and period = ?',
    group: 'procedure',
    columns: ['tenant', 'period', 'procedure', 'survey', 'question', 'option', 'n'],
  },
  {
    table: 'joint_counts',
    of: `tenant = ? and snapshot in (select s.snapshot from snapshots s where s.tenant = joint_counts.tenant and s.period = ?)`,
    group: 'unit',
    columns: ['tenant', 'snapshot', 'unit', 'officer', 'kind', 'indicator', 'a', 'b', 'n'],
  },
] as const;

/**
 * Writes the counts of a closed period anew in the order of their keys, a unit or procedure at a time. Run once more it changes
 * nothing.
 */
export async function sortCounts(db: Db, tenant: string, period: string): Promise<void> {
  for (const { table, of, group, columns } of COUNTS) {
    const members = await db.all<{ member: string }>(
      `select distinct ${group} as member from ${table} where ${of} order by ${group}`,
      [tenant, period],
    );
    for (const { member } of members) {
      const params = [tenant, period, member];
      const rows = await db.all<Record<string, Value>>(
        `select ${columns.join(', ')} from ${table} where ${of} and ${group} = ? order by ${columns.join(', ')}`,
        params,
      );
      await db.batch([
        { sql: `delete from ${table} where ${of} and ${group} = ?`, params },
        ...rows.map((row) => ({
          sql: `insert into ${table} (${columns.join(', ')}) values (${columns.map(() => '?').join(', ')})`,
          params: columns.map((column) => row[column] ?? null),
        })),
      ]);
    }
  }
}
