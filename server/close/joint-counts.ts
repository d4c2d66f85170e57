import type { IndicatorId } from '#rules/finding.ts';
import { SMALLEST_GROUP } from '../figures/suppress.ts';
import type { Statement } from '../store/db.ts';
import type { PointsOf } from './unit-tally.ts';

export type JointKind = 'self×citizen' | 'computed×citizen';

interface Group {
  readonly unit: string;
  /** '' = the whole unit. */
  readonly officer: string;
  n: number;
  readonly counts: Map<string, number>;
}

/** How many dossiers had points a in one series and b in the other: all that remains of the join after the close. */
export function createJointCounts() {
  const groups = new Map<string, Group>();

  function addTo(unit: string, officer: string, cells: readonly string[]): void {
    const key = JSON.stringify([unit, officer]);
    const group = groups.get(key) ?? { unit, officer, n: 0, counts: new Map<string, number>() };
    groups.set(key, group);
    group.n += 1;
    for (const cell of cells) group.counts.set(cell, (group.counts.get(cell) ?? 0) + 1);
  }

  return {
    add(unit: string, officer: string | null, citizen: PointsOf, beside: { self: PointsOf; computed: PointsOf }): void {
      const cells: string[] = [];
      for (const kind of ['self', 'computed'] as const)
        for (const [indicator, b] of Object.entries(citizen)) {
          const a = beside[kind][Number(indicator) as IndicatorId];
          if (a !== undefined && b !== undefined)
            cells.push(JSON.stringify([`${kind}×citizen`, Number(indicator), a, b]));
        }
      addTo(unit, '', cells);
      if (officer) addTo(unit, officer, cells);
    },
    statements(tenant: string, snapshot: string): Statement[] {
      return [...groups.values()]
        .filter((group) => group.n >= SMALLEST_GROUP)
        .flatMap((group) =>
          [...group.counts].map(([cell, n]) => {
            const [kind, indicator, a, b] = JSON.parse(cell) as [JointKind, number, number, number];
            return {
              sql: `insert into joint_counts (tenant, snapshot, unit, officer, kind, indicator, a, b, n)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?)
                on conflict (tenant, snapshot, unit, officer, kind, indicator, a, b) do update set n = excluded.n`,
              params: [tenant, snapshot, group.unit, group.officer, kind, indicator, a, b, n],
            };
          }),
        );
    },
  };
}

export type JointCounts = ReturnType<typeof createJointCounts>;
