import type { Snapshot } from '#wire/results.ts';
import { acknowledgementsOf } from '../store/acknowledgements.ts';
import type { Db } from '../store/db.ts';
import { snapshotParts } from '../store/snapshot-parts.ts';
import type { StoredSnapshot } from '../store/snapshots.ts';
import { MOVED, movedSince } from './moved-advice.ts';

/** A stored snapshot as it crosses the border, with what it was made of and what was left as it is. */
export async function snapshotView(db: Db, tenant: string, stored: StoredSnapshot): Promise<Snapshot> {
  const { period, ruleset: _ruleset, choices: _choices, ...shown } = stored;
  // What changed after it was made was left as it is later, and concerns no other.
  const since = movedSince(stored.snapshot);
  const acknowledged = [
    ...(await acknowledgementsOf(db, tenant, period, stored.createdAt)).filter(({ code }) => code !== MOVED),
    ...(await acknowledgementsOf(db, tenant, period)).filter((a) => a.code === MOVED && a.message.startsWith(since)),
  ];
  return {
    ...shown,
    parts: await snapshotParts(db, tenant, stored.snapshot),
    acknowledged: acknowledged.map(({ message, reason }) => ({ message, reason })),
  };
}
