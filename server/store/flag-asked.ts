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

/** At most so many are listed beside the figures of a unit; the screen of flags has them all. */
const MOST = 500;

/** The flags of a unit and its officers, or of one officer in it alone: JSON as the rules made each. */
export async function flagBodiesOf(
  db: Db,
  tenant: string,
  snapshot: string,
  unit: string,
  officer: string | null,
): Promise<string[]> {
  const [sql, params] = officer === null ? ['', []] : [' and officer = ?', [officer]];
  const rows = await db.all<{ body: string }>(
    `select body from snapshot_flags where tenant = ? and snapshot = ? and unit = ?${sql} order by officer, flag limit ?`,
    [tenant, snapshot, unit, ...params, MOST],
  );
  return rows.map(({ body }) => body);
}
