import type { IndicatorRow } from '#wire/results.ts';

/** What a unit tells once for the whole period (Điều 13 TT 01/2018/TT-VPCP): no dossier stands behind it, so no n. */
const DECLARED: readonly number[] = [5, 6, 8, 9];

/** Whether the figure of `series` for `indicator` is the unit's own declaration rather than counted from dossiers. */
export function isDeclared(indicator: number, series: IndicatorRow['official']['series']): boolean {
  return series === 'computed' && DECLARED.includes(indicator);
}
