import { type Aggregate, emptyAggregate } from '#rules/aggregate.ts';
import type { UnitFacts } from '#rules/facts.ts';
import type { Finding, IndicatorId } from '#rules/finding.ts';
import { newSums, type OfficerSums, type Sums } from '#rules/period-sums.ts';
import type { StoredUnit } from '../store/units.ts';

/** Points of one dossier in one series, for those indicators that have any. */
export type PointsOf = Partial<Record<IndicatorId, number>>;

/** What a close gathers about one unit while it streams; small however many dossiers pass. */
export interface UnitTally {
  readonly sums: Sums;
  unit: Aggregate;
  readonly punctuality: { early: number; onTime: number; overdue: number; unknown: number; otherPeriod: number };
  readonly n: { dossiers: number; official: number; officerLink: number; open: number; selfScores: number };
  /** Answers to the overall question among official responses, and how many of them are satisfied. */
  readonly satisfaction: { n: number; satisfied: number };
  /** Self minus computed, in tenths, over dossiers that have both. */
  readonly difference: Partial<Record<IndicatorId, { sum: number; n: number }>>;
  /** Indicator → why it has no value, from the last finding that had none. */
  readonly missing: Partial<Record<IndicatorId, string>>;
  declared: boolean;
  /** The facts the unit itself is scored by. */
  stated: UnitFacts;
}

/** One unit with the sums of those whose work its dossiers are. */
export interface UnitGathered {
  readonly unit: StoredUnit;
  readonly tally: UnitTally;
  /** By code. */
  readonly officers: Map<string, OfficerSums>;
}

export function emptyTally(): UnitTally {
  return {
    sums: newSums(),
    unit: emptyAggregate(),
    punctuality: { early: 0, onTime: 0, overdue: 0, unknown: 0, otherPeriod: 0 },
    n: { dossiers: 0, official: 0, officerLink: 0, open: 0, selfScores: 0 },
    satisfaction: { n: 0, satisfied: 0 },
    difference: {},
    missing: {},
    declared: false,
    stated: {},
  };
}

/** The sums of `officer` in a unit, begun empty when first asked for. */
export function officerIn(officers: Map<string, OfficerSums>, officer: string): OfficerSums {
  const known = officers.get(officer) ?? { sums: newSums(), dossiers: 0 };
  officers.set(officer, known);
  return known;
}

export function pointsOf(findings: readonly Finding[]): PointsOf {
  const points: { [indicator in IndicatorId]?: number } = {};
  for (const finding of findings) if (finding.points !== null) points[finding.indicator] = finding.points;
  return points;
}

/** Adds self minus computed for the indicators both series have on this dossier. */
export function addDifference(tally: UnitTally, self: PointsOf, computed: PointsOf): void {
  for (const [key, points] of Object.entries(self)) {
    const indicator = Number(key) as IndicatorId;
    const other = computed[indicator];
    if (points === undefined || other === undefined) continue;
    const known = tally.difference[indicator] ?? { sum: 0, n: 0 };
    tally.difference[indicator] = { sum: known.sum + points - other, n: known.n + 1 };
  }
}
