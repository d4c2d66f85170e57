import { indices, totalOf } from '#rules/aggregate.ts';
import type { Choices } from '#rules/choices.ts';
import { figureOf } from '#rules/figure-id.ts';
import { sumOfRanges } from '#rules/mean-interval.ts';
import { type Figure, SMALL_N } from '#rules/print-figure.ts';
import type { PointsRuleset } from '#rules/rulesets/ruleset.ts';
import { aggregateOf } from '../close/kept-sums.ts';
import type { StoredSlice } from '../store/snapshot-slices.ts';
import type { KeptSeries } from '../store/snapshot-sums.ts';
import { BEST, endsOf, keptRange } from './index-range.ts';

type SliceSeries = 'computed' | 'self';

/** Slices together, each dossier counting once. */
export interface Together {
  readonly dossiers: number;
  readonly computed: KeptSeries;
  readonly self: KeptSeries;
}

export function together(slices: readonly StoredSlice[]): Together {
  const of = (series: SliceSeries) => {
    const sums = aggregateOf(...slices.map((slice) => slice[series]));
    return Object.fromEntries(Object.entries(sums).map(([id, { sum, n }]) => [id, [sum, n]])) as KeptSeries;
  };
  return {
    dossiers: slices.reduce((n, slice) => n + slice.dossiers, 0),
    computed: of('computed'),
    self: of('self'),
  };
}

type Judged = { readonly choices: Choices; readonly ruleset: PointsRuleset };

/** One index of a slice; `null` = no dossier has a value. */
export function sliceIndex(
  id: string,
  slice: Together,
  series: SliceSeries,
  indicator: number,
  { choices }: Judged,
): Figure | null {
  const kept = slice[series][indicator as 1];
  if (!kept || kept[1] === 0) return null;
  const { value, n } = indices(aggregateOf({ [indicator]: kept }), choices.rounding)[indicator as 1];
  return figureOf(id, 'tenths', value, { ...endsOf(keptRange(kept), value), of: BEST, n, few: n < SMALL_N });
}

/** The indices dossiers give added up, of the most they can reach. It is shown and never graded: a sector or a procedure has no total in law. */
export function sliceTotal(id: string, slice: Together, series: SliceSeries, { choices, ruleset }: Judged): Figure {
  const values = indices(aggregateOf(slice[series]), choices.rounding);
  const { total, max, missing } = totalOf(values, ruleset.perDossier, BEST, choices);
  const ranges = ruleset.perDossier.flatMap((id) => keptRange(slice[series][id]) ?? []);
  return figureOf(id, 'tenths', total, {
    ...endsOf(total === null ? null : sumOfRanges(ranges), total),
    of: max,
    n: slice.dossiers,
    because:
      total === null
        ? 'Chưa có điểm nào trên các hồ sơ này.'
        : missing.length > 0
          ? `Thiếu chỉ số ${missing.join(', ')}.`
          : null,
    few: slice.dossiers < SMALL_N,
  });
}
