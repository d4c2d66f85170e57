import type { Db } from '../store/db.ts';
import { jointCounts } from '../store/joint-counts.ts';
import { sumsOrNull } from '../store/snapshot-sums.ts';
import { officerResults, unitResults } from '../store/snapshots.ts';
import { orderedHash } from './facts-hash.ts';
import type { SnapshotBody } from './snapshot-body.ts';

type Content = Pick<SnapshotBody, 'units' | 'officers' | 'sums' | 'joint'>;

function sorted<T>(rows: readonly T[], key: (row: T) => readonly (string | number)[]): T[] {
  const keyed = rows.map((row) => ({ row, key: JSON.stringify(key(row)) }));
  return keyed.sort((a, b) => (a.key < b.key ? -1 : 1)).map(({ row }) => row);
}

/** Fingerprint of all a snapshot shows and keeps of sums, whatever order its rows came in. */
export function contentHash({ units, officers, sums, joint }: Content): string {
  const hash = orderedHash();
  hash.add(...sorted(units, ({ unit }) => [unit]));
  hash.add(...sorted(officers, ({ unit, officer }) => [unit, officer]));
  hash.add(...sorted(sums.units, ({ unit }) => [unit]));
  hash.add(...sorted(sums.officers, ({ unit, officer }) => [unit, officer]));
  const rows = sorted(joint, (row) => [row.unit, row.officer, row.kind, row.indicator, row.a, row.b]);
  hash.add(...rows.map((row) => [row.unit, row.officer, row.kind, row.indicator, row.a, row.b, row.n]));
  return hash.digest();
}

/** The fingerprint of what is stored of a snapshot: another one than it was made with means somebody changed it. */
export async function storedContentHash(db: Db, tenant: string, snapshot: string): Promise<string> {
  return contentHash({
    units: await unitResults(db, tenant, snapshot),
    officers: await officerResults(db, tenant, snapshot),
    sums: (await sumsOrNull(db, tenant, snapshot)) ?? { units: [], officers: [] },
    joint: await jointCounts(db, tenant, snapshot),
  });
}
