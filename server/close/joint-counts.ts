import type { IndicatorId } from '#rules/finding.ts';
import type { Statement } from '../store/db.ts';
import { type Alike, keptRows } from './kept-rows.ts';
import type { PointsOf } from './unit-tally.ts';

/** How many dossiers had points a in one series and b in the other: all that remains of the join after the close. */
export function createJointCounts() {
  /** Unit and indicator → dossiers that are alike → how they were answered. */
  const groups = new Map<string, Map<string, Alike>>();

  return {
    add(unit: string, officer: string | null, citizen: PointsOf, beside: { self: PointsOf; computed: PointsOf }): void {
      for (const [indicator, b] of Object.entries(citizen)) {
        if (b === undefined) continue;
        const self = beside.self[Number(indicator) as IndicatorId];
        const computed = beside.computed[Number(indicator) as IndicatorId];
        const group = JSON.stringify([unit, Number(indicator)]);
        const alike = groups.get(group) ?? new Map<string, Alike>();
        groups.set(group, alike);
        const key = JSON.stringify([officer, self, computed]);
        const known = alike.get(key) ?? { officer, self, computed, citizen: new Map<number, number>() };
        alike.set(key, known);
        known.citizen.set(b, (known.citizen.get(b) ?? 0) + 1);
      }
    },
    statements(tenant: string, snapshot: string): Statement[] {
      return [...groups].flatMap(([group, alike]) => {
        const [unit, indicator] = JSON.parse(group) as [string, number];
        return keptRows([...alike.values()]).flatMap(({ officer, kind, a, citizen }) =>
          [...citizen].map(([b, n]) => ({
            sql: `insert into joint_counts (tenant, snapshot, unit, officer, kind, indicator, a, b, n)
              values (?, ?, ?, ?, ?, ?, ?, ?, ?)`,
            params: [tenant, snapshot, unit, officer, kind, indicator, a, b, n],
          })),
        );
      });
    },
  };
}

export type JointCounts = ReturnType<typeof createJointCounts>;
