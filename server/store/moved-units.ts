import type { Db } from './db.ts';
import type { StoredPeriod } from './periods.ts';
import { unitsIn } from './unit-spans.ts';
import type { StoredUnit } from './units.ts';

/**
 * How many units of `snapshot` have another name or level in the period than it was made with, or are not in the period any more. Compared as they
 * stand, not by when they were written: what was corrected and put back moved nothing, and neither did a change from a later day on. Whom a
 * unit belongs to is no part of a snapshot.
 */
export async function movedUnits(db: Db, tenant: string, period: StoredPeriod, snapshot: string): Promise<number> {
  const judged = await db.all<{ unit: string; result: string }>(
    'select unit, result from snapshot_units where tenant = ? and snapshot = ?',
    [tenant, snapshot],
  );
  const now = new Map((await unitsIn(db, tenant, period)).map((unit) => [unit.unit, unit]));
  return judged.filter(({ unit, result }) => {
    const { name, level } = JSON.parse(result) as Pick<StoredUnit, 'name' | 'level'>;
    return now.get(unit)?.name !== name || now.get(unit)?.level !== level;
  }).length;
}
