import type { Db } from './db.ts';
import { inList } from './in-list.ts';

/** Whom a flag asks; `unit: ''` = the tables of the province, `officer: null` = the unit as a whole. */
export interface FlagAsked {
  readonly unit: string;
  readonly officer: string | null;
}

/** Whom those of `flags` ask that the snapshot holds. */
export async function flagsAsked(
  db: Db,
  tenant: string,
  snapshot: string,
  flags: readonly string[],
): Promise<Map<string, FlagAsked>> {
  const list = inList(flags);
  const rows = await db.all<{ flag: string; unit: string; officer: string }>(
    `select flag, unit, officer from snapshot_flags where tenant = ? and snapshot = ? and flag ${list.sql}`,
    [tenant, snapshot, ...list.params],
  );
  return new Map(rows.map(({ flag, unit, officer }) => [flag, { unit, officer: officer || null }]));
}
