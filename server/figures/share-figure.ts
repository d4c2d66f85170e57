import { figureOf } from '#rules/figure-id.ts';
import { wilson } from '#rules/interval.ts';
import { type Figure, SMALL_N } from '#rules/print-figure.ts';

/** The share `k` of `n` with its Wilson 95 % interval; of nothing there is none. @param because why it is not known, for `k` null. */
export function shareFigure(id: string, k: number | null, n: number, because: string | null = null): Figure {
  const interval = k === null || k > n ? null : wilson(k, n);
  if (k === null || !interval) return figureOf(id, 'share', null, { of: n, n, because });
  return figureOf(id, 'share', k, { of: n, n, low: interval.lo, high: interval.hi, few: n < SMALL_N });
}
