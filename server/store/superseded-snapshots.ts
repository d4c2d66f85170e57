import type { Db, Statement } from './db.ts';
import { unitResults } from './snapshots.ts';

async function formsOf(db: Db, tenant: string, snapshot: string): Promise<string> {
  const results = await unitResults(db, tenant, snapshot);
  return JSON.stringify(results.map(({ unit, n }) => [unit, n.official, n.officerLink, n.open]));
}

/**
 * What is taken at the seal from earlier snapshots of `period`, which no longer count. Counts and sums of the same answers under
 * other choices would tell more together than each alone. Where other answers were in (the period was reopened meanwhile) the
 * results go as well: their difference is how the few answered who came in between, and when. The snapshots stay on record with
 * their reasons and hashes.
 */
export async function emptySuperseded(
  db: Db,
  tenant: string,
  period: string,
  current: string,
): Promise<readonly Statement[]> {
  const earlier = await db.all<{ snapshot: string }>(
    'select snapshot from snapshots where tenant = ? and period = ? and snapshot <> ?',
    [tenant, period, current],
  );
  const now = earlier.length ? await formsOf(db, tenant, current) : '';
  const statements: Statement[] = [];
  for (const { snapshot } of earlier) {
    const same = (await formsOf(db, tenant, snapshot)) === now;
    const tables = ['joint_counts', 'snapshot_sums', ...(same ? [] : ['snapshot_units', 'snapshot_officers'])];
    statements.push(
      ...tables.map((table) => ({
        sql: `delete from ${table} where tenant = ? and snapshot = ?`,
        params: [tenant, snapshot],
      })),
    );
  }
  return statements;
}
