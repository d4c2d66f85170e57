import type { UnitResult } from '#wire/results.ts';
import type { Db } from '../store/db.ts';
import { partsOf, type StoredPeriod } from '../store/periods.ts';
import { sealedSnapshotOrNull, unitResults } from '../store/snapshots.ts';
import { type Sibling, smallUnits, suppress } from './suppress.ts';

const siblings = (units: readonly UnitResult[]): Sibling[] =>
  units.map(({ unit, level, n }) => ({ unit, family: level, n: n.official }));

/** As decided once, on the snapshot the seal froze: a correction moves no form, so it may not move who is hidden. */
async function hiddenAtSeal(db: Db, tenant: string, period: string): Promise<Set<string>> {
  const frozen = await sealedSnapshotOrNull(db, tenant, period);
  return frozen === null ? new Set() : suppress(siblings(await unitResults(db, tenant, frozen)));
}

/**
 * Units hidden in whatever is shown to the public of `period`, whichever of its snapshots `units` are of.
 *
 * - A unit a later snapshot adds is hidden when small, without another to keep it company: one shown before cannot be hidden
 *   afterwards.
 * - A period made of others hides a unit that any of them hides, published or not: its figure minus the others would be the
 *   hidden one. It adds no company of its own, for that figure would be the sum of published ones.
 */
export async function hiddenUnits(
  db: Db,
  tenant: string,
  period: StoredPeriod,
  units: readonly UnitResult[],
): Promise<ReadonlySet<string>> {
  const parts = partsOf(period);
  const made = parts.length === 0 ? [period.period] : parts;
  const before = await Promise.all(made.map((each) => hiddenAtSeal(db, tenant, each)));
  return new Set([...smallUnits(siblings(units)), ...before.flatMap((set) => [...set])]);
}
