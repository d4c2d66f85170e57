import type { OfficerResult, UnitResult } from '#wire/results.ts';
import type { Db } from '../store/db.ts';
import { judgedOf } from '../store/flags.ts';
import { jointCounts } from '../store/joint-counts.ts';
import { COUNT_TABLES, type CountRow, snapshotCounts } from '../store/snapshot-counts.ts';
import { misreadingsOf } from '../store/snapshot-misreadings.ts';
import { sumsOrNull } from '../store/snapshot-sums.ts';
import { inOrder } from './count-sinks.ts';
import { orderedHash } from './facts-hash.ts';
import type { SnapshotBody } from './snapshot-body.ts';

type Content = Pick<SnapshotBody, 'units' | 'officers' | 'sums' | 'joint' | 'misread' | 'counts' | 'judged'>;

function* countFacts(table: string, rows: readonly CountRow[]): Generator<unknown> {
  yield table;
  for (const row of inOrder(rows)) yield [row.unit, row.family, row.key, row.counts];
}

function sorted<T>(rows: readonly T[], key: (row: T) => readonly (string | number)[]): T[] {
  const keyed = rows.map((row) => ({ row, key: JSON.stringify(key(row)) }));
  return keyed.sort((a, b) => (a.key < b.key ? -1 : 1)).map(({ row }) => row);
}

/** Fingerprint of all a snapshot shows and keeps of sums, whatever order its rows came in. */
export function contentHash({ units, officers, sums, joint, misread, counts, judged }: Content): string {
  const hash = orderedHash();
  hash.addAll(sorted(units, ({ unit }) => [unit]));
  hash.addAll(sorted(officers, ({ unit, officer }) => [unit, officer]));
  hash.addAll(sorted(sums.units, ({ unit }) => [unit]));
  hash.addAll(sorted(sums.officers, ({ unit, officer }) => [unit, officer]));
  const rows = sorted(joint, (row) => [row.unit, row.officer, row.kind, row.indicator, row.a, row.b]);
  hash.addAll(rows.map((row) => [row.unit, row.officer, row.kind, row.indicator, row.a, row.b, row.n]));
  // One made before misreadings were counted has none, and its hash is as it was.
  const said = sorted(misread, (row) => [row.survey, row.version, row.kind, row.indicator]);
  hash.addAll(said.map((row) => [row.survey, row.version, row.kind, row.indicator, row.k, row.n]));
  for (const table of COUNT_TABLES) if (counts[table].length > 0) hash.addAll(countFacts(table, counts[table]));
  // Of dossiers named behind a flag nothing: they are kept no longer than the dossiers.
  const asked = sorted(judged.flags, ({ id }) => [id]).map(({ hits: _, ...flag }) => flag);
  if (judged.judged.length > 0)
    hash.add(
      'flags',
      asked,
      sorted(judged.judged, ({ check }) => [check]),
    );
  return hash.digest();
}

/** The fingerprint of what is stored of a snapshot, read as it was written. */
async function storedContentHash(db: Db, tenant: string, snapshot: string): Promise<string> {
  const own = [tenant, snapshot];
  const rows = async <T>(table: string) =>
    (await db.all<{ result: string }>(`select result from ${table} where tenant = ? and snapshot = ?`, own)).map(
      ({ result }) => JSON.parse(result) as T,
    );
  return contentHash({
    units: await rows<UnitResult>('snapshot_units'),
    officers: await rows<OfficerResult>('snapshot_officers'),
    sums: (await sumsOrNull(db, tenant, snapshot)) ?? { units: [], officers: [] },
    joint: await jointCounts(db, tenant, snapshot),
    misread: await misreadingsOf(db, tenant, snapshot),
    counts: await snapshotCounts(db, tenant, snapshot),
    judged: await judgedOf(db, tenant, snapshot),
  });
}

/** Snapshots that are stored with another content than the hash they were made with tells: somebody changed them since. */
export async function changedSnapshots(db: Db, tenant: string): Promise<string[]> {
  const made = await db.all<{ snapshot: string; hash: string }>(
    `select snapshot, content_hash as hash from snapshots where tenant = ? and content_hash is not null order by snapshot`,
    [tenant],
  );
  const changed: string[] = [];
  for (const { snapshot, hash } of made)
    if ((await storedContentHash(db, tenant, snapshot)) !== hash) changed.push(snapshot);
  return changed;
}
