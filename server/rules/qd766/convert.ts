import { formatHundredths, formatPercent } from '../format.ts';
import { type Hundredths, roundHalfUpExact } from '../points.ts';
import type { Conversion } from '../rulesets/qd766-index.ts';
import type { Count766 } from './finding.ts';

/** Part of a whole that is not 0, exactly; products of counts need more digits than a number holds. */
export interface Fraction {
  readonly part: bigint;
  readonly whole: bigint;
}

/** `null` when nothing was counted. */
export function fractionOf(count: Count766 | undefined): Fraction | null {
  if (!count || count.denominator === 0) return null;
  return { part: BigInt(count.numerator), whole: BigInt(count.denominator) };
}

/** Hundredths of a percent, half up: 6412 is 64,12 %. */
export function percentOf({ part, whole }: Fraction): number {
  return roundHalfUpExact(part * 10_000n, whole);
}

const percentText = (hundredths: number) => `${formatHundredths(hundredths)}\u00a0%`;

/**
 * Points of a ratio under a ceiling, half up to two decimals, and the arithmetic in words.
 * @param times ratio of the index that multiplies this one; `null` where none does.
 */
export function convert(
  ratio: Fraction,
  max: Hundredths,
  how: Exclude<Conversion, { readonly kind: 'none' }>,
  times: Fraction | null,
): { readonly points: Hundredths; readonly words: string } {
  const used = times ? { part: ratio.part * times.part, whole: ratio.whole * times.whole } : ratio;
  const below = how.kind === 'fullAt' && used.part * 100n < used.whole * BigInt(how.percent);
  // A ratio that only rounds up to its level is not shown as having reached it.
  const shown = percentText(below ? Math.min(percentOf(used), how.percent * 100 - 1) : percentOf(used));
  const share = times
    ? `Tỷ lệ ${percentText(percentOf(ratio))} nhân tỷ lệ đồng bộ ${percentText(percentOf(times))} còn ${shown}`
    : `Tỷ lệ ${shown}`;
  const ceiling = formatHundredths(max);
  if (how.kind === 'linear') {
    const points = roundHalfUpExact(BigInt(max) * used.part, used.whole);
    return { points, words: `${share} nhân tối đa ${ceiling} điểm: ${formatHundredths(points)} điểm.` };
  }
  const level = formatPercent(how.percent, 100, 'vi', 0);
  if (!below && !how.uncapped) return { points: max, words: `${share}, đạt mức ${level}: đủ ${ceiling} điểm.` };
  const points = roundHalfUpExact(BigInt(max) * used.part * 100n, used.whole * BigInt(how.percent));
  const words = `${share}, chưa đạt mức ${level}: chia ${level} rồi nhân tối đa ${ceiling} điểm được ${formatHundredths(points)} điểm.`;
  return { points, words };
}
