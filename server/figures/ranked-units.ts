import { figureOf, rankingId } from '#rules/figure-id.ts';
import { SMALL_N } from '#rules/print-figure.ts';
import { tiersOf } from '#rules/tiers.ts';
import type { RankedUnit } from '#wire/ranking.ts';
import type { ClosedPeriod } from './closed-period.ts';
import { endsOf, totalRange } from './index-range.ts';

/** Every unit of a closed period with its interval, rank and tier: best first within its level, those without rank after them by name. */
export function rankedUnits({
  results,
  sums,
  choices,
}: Pick<ClosedPeriod, 'results' | 'sums' | 'choices'>): RankedUnit[] {
  const ranges = results.map((result) => totalRange(result, sums.get(result.unit) ?? null, choices));
  const tiers = tiersOf(results.map(({ level, rank }, i) => ({ level, rank, interval: ranges[i] ?? null })));
  const shares = (level: string, rank: number | null) =>
    rank !== null && results.filter((other) => other.level === level && other.rank === rank).length > 1;
  const ranked = results.map((result, i): RankedUnit => {
    const { unit, name, level, total, max, missing, grade, gradeLabel, satisfactionLabel, because, cite, rank, n } =
      result;
    return {
      ...{ unit, name, level, missing, grade, gradeLabel, satisfactionLabel, because, rank },
      total: figureOf(rankingId(unit, 'total'), 'tenths', total, {
        ...endsOf(ranges[i] ?? null, total),
        of: max,
        n: n.official,
        because: total === null || missing.length > 0 ? because : null,
        cites: [cite],
        few: n.official < SMALL_N,
      }),
      tied: shares(level, rank),
      tier: tiers[i] ?? null,
      n: { dossiers: n.dossiers, official: n.official },
    };
  });
  const place = ({ rank }: RankedUnit) => rank ?? Number.MAX_SAFE_INTEGER;
  return ranked.sort((a, b) => place(a) - place(b) || a.name.localeCompare(b.name, 'vi'));
}
