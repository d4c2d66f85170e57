import { figureOf, rankingId } from '#rules/figure-id.ts';
import { WIDEST_NOTE } from '#rules/mean-interval.ts';
import { lastDay } from '#rules/period.ts';
import { SMALL_N } from '#rules/print-figure.ts';
import type { UnitResult } from '#wire/results.ts';
import type { UnitPage } from '#wire/unit-page.ts';
import type { Db } from '../store/db.ts';
import type { StoredPeriod } from '../store/periods.ts';
import { officerResults } from '../store/snapshots.ts';
import { endedUnits } from '../store/unit-successors.ts';
import { choiceViews } from './choice-views.ts';
import { closedPeriod } from './closed-period.ts';
import { flagLines } from './flag-lines.ts';
import { indexRows } from './index-rows.ts';
import { lineageOf } from './lineage-of.ts';
import { listedOfficers, officerBandRows } from './listed-officers.ts';
import { periodView } from './period-view.ts';
import { rankedUnits } from './ranked-units.ts';
import { snapshotView } from './snapshot-view.ts';
import { standardisedPoints } from './standardised-points.ts';
import { unitTrend } from './unit-trend.ts';

function shareFigure({ unit, satisfactionShare: share }: UnitResult): UnitPage['satisfactionShare'] {
  if (!share) return null;
  const { value, n, low, high } = share;
  return figureOf(rankingId(unit, 'satisfactionShare'), 'permille', value, { n, low, high, few: n < SMALL_N });
}

async function continuedBy(db: Db, tenant: string, unit: string): Promise<UnitPage['continued']> {
  const ended = (await endedUnits(db, tenant)).find((each) => each.unit === unit);
  return ended && ended.successors.length > 0 ? { to: ended.to, successors: ended.successors } : null;
}

/** One unit of a period as its newest snapshot holds it: personal-level rows of its officers are among it. */
export async function unitPage(
  db: Db,
  tenant: string,
  period: StoredPeriod,
  unit: string,
  at: Date,
): Promise<UnitPage> {
  const { period: id, kind, from, to } = period;
  const on = lastDay({ id, kind, from, to });
  const closed = await closedPeriod(db, tenant, period);
  const result = closed?.results.find((each) => each.unit === unit);
  const lineage = await lineageOf(db, tenant, unit, on);
  const officers = closed && result ? await officerResults(db, tenant, closed.snapshot.snapshot, unit) : [];
  const sums = closed?.sums.get(unit) ?? null;
  return {
    period: periodView(period, at),
    snapshot: closed && (await snapshotView(db, tenant, closed.snapshot)),
    unit: (closed && rankedUnits(closed).find((each) => each.unit === unit)) ?? null,
    name: result?.name ?? lineage.pooled[0]?.name ?? unit,
    cite: result?.cite ?? null,
    rows: closed && result ? indexRows(result, sums, closed) : [],
    n: result?.n ?? null,
    punctuality: result?.punctuality ?? null,
    satisfactionShare: result ? shareFigure(result) : null,
    intervals: sums && WIDEST_NOTE,
    mix: closed && result ? await standardisedPoints(db, tenant, closed, unit) : [],
    trend: closed ? await unitTrend(db, tenant, unit, lineage, period) : [],
    apart: [...lineage.apart],
    officers: listedOfficers(officers),
    bands: closed ? officerBandRows(unit, officers, closed.ruleset, on) : [],
    continued: await continuedBy(db, tenant, unit),
    choices: choiceViews(closed?.snapshot.choices ?? period.choices, period.ruleset),
    flags: closed && result ? await flagLines(db, tenant, period, unit) : [],
  };
}
