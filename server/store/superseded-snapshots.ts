import type { Db, Statement } from './db.ts';
import { SNAPSHOT_TABLES } from './snapshot-tables.ts';

/**
 * Takes from every snapshot of `period` but `current`, and from those a year was made of them, all that is counted in it. Of the same
 * answers under other choices, beside one dossier that changed hands or one answer that came in between, two results tell by their
 * difference what neither tells. Their hashes go as well: what was taken away could be tried out against them. The snapshots stay on
 * record with their reasons.
 */
export async function emptySuperseded(
  db: Db,
  tenant: string,
  period: string,
  current: string,
): Promise<readonly Statement[]> {
  const superseded = await db.all<{ snapshot: string }>(
    `select snapshot from snapshots where tenant = ? and period = ? and snapshot <> ?
     union select snapshot from snapshot_parts where tenant = ? and part = ? and part_snapshot <> ?`,
    [tenant, period, current, tenant, period, current],
  );
  return superseded.flatMap(({ snapshot }) => [
    ...SNAPSHOT_TABLES.map((table) => ({
      sql: `delete from ${table} where tenant = ? and snapshot = ?`,
      params: [tenant, snapshot],
    })),
    {
      sql: `update snapshots set facts_hash = '', content_hash = null, summary = '{}' where tenant = ? and snapshot = ?`,
      params: [tenant, snapshot],
    },
  ]);
}
