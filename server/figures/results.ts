import type { Results } from '#wire/results.ts';
import type { Db } from '../store/db.ts';
import type { StoredPeriod } from '../store/periods.ts';
import { officerResults, snapshotOrNull, unitResults } from '../store/snapshots.ts';
import { unitsOf } from '../store/units.ts';
import { choiceViews } from './choice-views.ts';
import { periodView } from './period-view.ts';
import { snapshotView } from './snapshot-view.ts';

/**
 * The private result of a period as its newest snapshot holds it; before the close there is no snapshot and no figure.
 * `scope` limits it to one unit and those below it; `null` = the whole province.
 */
export async function results(
  db: Db,
  tenant: string,
  period: StoredPeriod,
  scope: string | null,
  at: Date,
): Promise<Results> {
  const snapshot = period.snapshot ? await snapshotOrNull(db, tenant, period.snapshot) : null;
  const units = snapshot ? await unitResults(db, tenant, snapshot.snapshot) : [];
  const officers = snapshot ? await officerResults(db, tenant, snapshot.snapshot) : [];
  const within = new Set((await unitsOf(db, tenant, scope)).map((u) => u.unit));
  const shown = ({ unit }: { readonly unit: string }) => scope === null || within.has(unit);
  return {
    period: periodView(period, at),
    snapshot: snapshot && (await snapshotView(db, tenant, snapshot)),
    choices: choiceViews(snapshot?.choices ?? period.choices, period.ruleset),
    units: units.filter(shown),
    officers: officers.filter(shown),
  };
}
