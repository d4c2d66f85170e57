import type { Choices } from '#rules/choices.ts';
import { rulesetById } from '#rules/rulesets/index.ts';
import type { PointsRuleset } from '#rules/rulesets/ruleset.ts';
import type { UnitResult } from '#wire/results.ts';
import type { Db } from '../store/db.ts';
import { partsOf, type StoredPeriod } from '../store/periods.ts';
import { settledChoices } from '../store/settled-choices.ts';
import { type UnitSums, unitSums } from '../store/snapshot-sums.ts';
import { type StoredSnapshot, snapshotOrNull, unitResults } from '../store/snapshots.ts';

/** What the newest snapshot of a period holds of its units. */
export interface ClosedPeriod {
  readonly snapshot: StoredSnapshot;
  readonly choices: Choices;
  readonly ruleset: PointsRuleset;
  /** By unit code; ranks and tiers are told among all units, whoever asks. */
  readonly results: readonly UnitResult[];
  /** By unit; empty where the snapshot kept none, or its values are not those of sums. */
  readonly sums: ReadonlyMap<string, UnitSums>;
}

/** `null` = the period has no snapshot yet. @param units only these; all of them when left out. */
export async function closedPeriod(
  db: Db,
  tenant: string,
  period: StoredPeriod,
  units?: readonly string[],
): Promise<ClosedPeriod | null> {
  const snapshot = period.snapshot ? await snapshotOrNull(db, tenant, period.snapshot) : null;
  if (!snapshot) return null;
  const choices = settledChoices(snapshot.choices);
  // A year that is the mean of its quarters is not what its dossiers come to together, so their spread says nothing of it.
  const ofQuarters = partsOf(period).length > 0 && choices['year.pool'] === 'meanOfQuarters';
  return {
    snapshot,
    choices,
    ruleset: rulesetById<PointsRuleset>(period.ruleset),
    results: await unitResults(db, tenant, snapshot.snapshot, units),
    sums: ofQuarters ? new Map() : await unitSums(db, tenant, snapshot.snapshot, units),
  };
}
