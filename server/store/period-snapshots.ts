import { type Db, oneOrNull } from './db.ts';

/** Names of the snapshots made of a period, oldest first; those of before a reopening too. */
export async function periodSnapshots(db: Db, tenant: string, period: string): Promise<string[]> {
  const rows = await db.all<{ snapshot: string }>(
    'select snapshot from snapshots where tenant = ? and period = ? order by number',
    [tenant, period],
  );
  return rows.map(({ snapshot }) => snapshot);
}

/** The number of the next snapshot of the period; 1 where none was made yet. */
export async function nextSnapshotNumber(db: Db, tenant: string, period: string): Promise<number> {
  const row = await oneOrNull<{ last: number | null }>(
    db,
    'select max(number) as last from snapshots where tenant = ? and period = ?',
    [tenant, period],
  );
  return (row?.last ?? 0) + 1;
}
