import type { IndicatorId } from '#rules/finding.ts';
import type { Owners } from '#rules/period-sums.ts';
import type { Joined } from './joined-answers.ts';
import type { PointsOf } from './unit-tally.ts';

/** Dossiers of one unit that are alike in all that is known beside the citizens' answers. */
export interface AlikeDossiers {
  /** Indicator → whose result it is. */
  readonly owners: Owners;
  readonly self: PointsOf;
  readonly computed: PointsOf;
  /** Indicator → citizen's points → number of dossiers. */
  readonly citizen: Map<IndicatorId, Map<number, number>>;
}

/** Counts how dossiers that are alike were answered, unit by unit; lives in memory while the close runs. */
export function jointTable() {
  const units = new Map<string, Map<string, AlikeDossiers>>();
  return {
    add(unit: string, { owners, self, computed }: Joined, citizen: ReadonlyMap<IndicatorId, number>): void {
      const ofUnit = units.get(unit) ?? new Map<string, AlikeDossiers>();
      units.set(unit, ofUnit);
      const key = JSON.stringify([owners, self, computed]);
      const alike = ofUnit.get(key) ?? { owners, self, computed, citizen: new Map() };
      ofUnit.set(key, alike);
      for (const [indicator, points] of citizen) {
        const counts = alike.citizen.get(indicator) ?? new Map<number, number>();
        alike.citizen.set(indicator, counts);
        counts.set(points, (counts.get(points) ?? 0) + 1);
      }
    },
    alikeIn: (unit: string): AlikeDossiers[] => [...(units.get(unit)?.values() ?? [])],
  };
}

export type JointTable = ReturnType<typeof jointTable>;
