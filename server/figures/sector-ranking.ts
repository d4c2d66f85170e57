import { rankingId } from '#rules/figure-id.ts';
import type { RankedUnit } from '#wire/ranking.ts';
import type { StoredProcedure } from '../store/procedures.ts';
import type { StoredSlice } from '../store/snapshot-slices.ts';
import type { ClosedPeriod } from './closed-period.ts';
import { sliceTotal, together } from './slices.ts';

const DISPLAY_ONLY =
  'Theo lĩnh vực chỉ để xem: tổng các chỉ số hệ thống tính được trên hồ sơ, không xếp loại, không xếp hạng.';

/** The sectors a period has dossiers of, by the catalogue of today. */
export function sectorsOf(slices: readonly StoredSlice[], procedures: readonly StoredProcedure[]): string[] {
  const seen = new Set(slices.map(({ procedure }) => procedure));
  const sectors = procedures.flatMap(({ procedure, sector }) =>
    sector !== null && seen.has(procedure) ? [sector] : [],
  );
  return [...new Set(sectors)].sort((a, b) => a.localeCompare(b, 'vi'));
}

/** Units by what the system counted on their dossiers of one sector, best first; no grade and no rank. */
export function sectorRanking(
  { results, choices, ruleset }: Pick<ClosedPeriod, 'results' | 'choices' | 'ruleset'>,
  slices: readonly StoredSlice[],
  procedures: readonly StoredProcedure[],
  sector: string,
): RankedUnit[] {
  const within = new Set(procedures.filter((each) => each.sector === sector).map(({ procedure }) => procedure));
  const units = results.flatMap(({ unit, name, level, n }): RankedUnit[] => {
    const own = slices.filter((slice) => slice.unit === unit && within.has(slice.procedure));
    if (own.length === 0) return [];
    const slice = together(own);
    return [
      {
        ...{ unit, name, level, missing: [], grade: null, gradeLabel: null, satisfactionLabel: null },
        ...{ because: DISPLAY_ONLY, rank: null, tied: false, tier: null },
        total: sliceTotal(rankingId(unit, `sector/${sector}`), slice, 'computed', { choices, ruleset }),
        n: { dossiers: slice.dossiers, official: n.official },
      },
    ];
  });
  return units.sort((a, b) => (b.total.value ?? -1) - (a.total.value ?? -1) || a.name.localeCompare(b.name, 'vi'));
}
