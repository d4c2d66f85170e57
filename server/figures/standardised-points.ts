import { figureOf, unitId } from '#rules/figure-id.ts';
import type { IndicatorId } from '#rules/finding.ts';
import { roundHalfUp } from '#rules/points.ts';
import { type Standardised, standardise } from '#rules/procedure-mix.ts';
import { INDICATOR_NAMES } from '#rules/rulesets/tt01-2018.ts';
import type { UnitPage } from '#wire/unit-page.ts';
import type { Db } from '../store/db.ts';
import { type StoredSlice, slicesOf } from '../store/snapshot-slices.ts';
import type { ClosedPeriod } from './closed-period.ts';

/** Dossiers that name no procedure compare with nothing. */
const UNNAMED = '';

function indexOf(slices: readonly StoredSlice[], unit: string, id: IndicatorId): Standardised | null {
  const own = new Map<string, { sum: number; n: number }>();
  const whole = new Map<string, number>();
  for (const { unit: of, procedure, computed } of slices) {
    const [sum, n] = computed[id] ?? [0, 0];
    if (sum === null || n === 0) continue;
    if (of === unit) own.set(procedure, { sum, n });
    if (procedure !== UNNAMED) whole.set(procedure, (whole.get(procedure) ?? 0) + n);
  }
  return standardise(own, whole);
}

const tenths = (mean: number) => roundHalfUp(Math.round(mean * 1e6), 1e6);

/**
 * The mean of the points the system gave the dossiers of a unit, and what it would be if its procedures were mixed as in all units of
 * its level. Of systems' points alone; how the unit is graded does not change by it.
 * @returns an indicator a row; empty where nothing compares, or the snapshot kept no procedures.
 */
export async function standardisedPoints(
  db: Db,
  tenant: string,
  { snapshot, results, ruleset }: ClosedPeriod,
  unit: string,
): Promise<UnitPage['mix']> {
  const level = results.find((each) => each.unit === unit)?.level;
  const peers = new Set(results.filter((each) => each.level === level).map((each) => each.unit));
  if (peers.size < 2) return [];
  const slices = (await slicesOf(db, tenant, snapshot.snapshot)).filter((each) => peers.has(each.unit));
  return ruleset.perDossier.flatMap((indicator) => {
    const found = indexOf(slices, unit, indicator);
    if (!found) return [];
    const id = (what: string) => `${unitId(unit, indicator, 'computed')}/${what}`;
    return [
      {
        ...{ indicator, label: INDICATOR_NAMES[indicator] },
        plain: figureOf(id('plain'), 'tenths', tenths(found.plain)),
        weighted: figureOf(id('weighted'), 'tenths', tenths(found.weighted)),
        coverage: figureOf(id('coverage'), 'permille', found.coverage),
      },
    ];
  });
}
