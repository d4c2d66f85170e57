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

export const product = (a: Fraction, b: Fraction): Fraction => ({ part: a.part * b.part, whole: a.whole * b.whole });

/** Hundredths of a percent, half up: 6412 is 64,12 %. */
export function percentOf({ part, whole }: Fraction): number {
  return roundHalfUpExact(part * 10_000n, whole);
}

const percentText = (hundredths: number) => `${formatHundredths(hundredths)}\u00a0%`;

/** Points of a ratio under a ceiling, half up to two decimals, and the arithmetic in words. */
export function convert(
  ratio: Fraction,
  max: Hundredths,
  how: Exclude<Conversion, { readonly kind: 'none' }>,
): { readonly points: Hundredths; readonly words: string } {
  const below = how.kind === 'fullAt' && ratio.part * 100n < ratio.whole * BigInt(how.percent);
  // A ratio that only rounds up to its level is not shown as having reached it.
  const shown = percentText(below ? Math.min(percentOf(ratio), how.percent * 100 - 1) : percentOf(ratio));
  const share = `Tỷ lệ ${shown}`;
  const ceiling = formatHundredths(max);
  if (how.kind === 'linear') {
    const points = roundHalfUpExact(BigInt(max) * ratio.part, ratio.whole);
    return { points, words: `${share} nhân tối đa ${ceiling} điểm: ${formatHundredths(points)} điểm.` };
  }
  const level = formatPercent(how.percent, 100, 'vi', 0);
  if (!below && !how.uncapped) return { points: max, words: `${share}, đạt mức ${level}: đủ ${ceiling} điểm.` };
  const points = roundHalfUpExact(BigInt(max) * ratio.part * 100n, ratio.whole * BigInt(how.percent));
  const words = `${share}, chưa đạt mức ${level}: chia ${level} rồi nhân tối đa ${ceiling} điểm được ${formatHundredths(points)} điểm.`;
  return { points, words };
}
