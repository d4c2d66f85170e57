import type { Snapshot } from '#wire/results.ts';
import { acknowledgementsOf } from '../store/acknowledgements.ts';
import type { Db } from '../store/db.ts';
import { snapshotParts } from '../store/snapshot-parts.ts';
import type { StoredSnapshot } from '../store/snapshots.ts';

/** A stored snapshot as it crosses the border, with what it was made of and what was left as it is. */
export async function snapshotView(db: Db, tenant: string, stored: StoredSnapshot): Promise<Snapshot> {
  const { period, ruleset: _ruleset, choices: _choices, ...shown } = stored;
  const acknowledged = await acknowledgementsOf(db, tenant, period, stored.createdAt);
  return {
    ...shown,
    parts: await snapshotParts(db, tenant, stored.snapshot),
    acknowledged: acknowledged.map(({ message, reason }) => ({ message, reason })),
  };
}
