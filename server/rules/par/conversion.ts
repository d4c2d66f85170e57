import { type Fraction, type Hundredths, roundFraction } from '../points.ts';

/** Hundredths of a percent: 9500 is 95 %. */
export type PercentHundredths = number;

/** From this ratio on, these points. */
export interface ConversionStep {
  readonly from: PercentHundredths;
  readonly points: Hundredths;
}

/** How a province turns a ratio into points. Its own data: no decision with such points was seen. */
export type Conversion =
  /** Ascending; a ratio below the first step gets nothing. */
  | { readonly kind: 'steps'; readonly steps: readonly ConversionStep[] }
  /** `below` under `from.ratio`, then evenly from one bound to the other, and the points of `to` above it. */
  | {
      readonly kind: 'linear';
      readonly below: Hundredths;
      readonly from: { readonly ratio: PercentHundredths; readonly points: Hundredths };
      readonly to: { readonly ratio: PercentHundredths; readonly points: Hundredths };
    };

const whole = (points: Hundredths): Fraction => ({ top: BigInt(points), bottom: 1n });

/** @returns whether `part / all`, all above 0, is at least `percent`, exactly. */
const reaches = (part: number, all: number, percent: PercentHundredths) =>
  BigInt(part) * 10_000n >= BigInt(all) * BigInt(percent);

/** Points of the ratio `part / all` before rounding. @param all above 0. */
export function convertExactly(part: number, all: number, how: Conversion): Fraction {
  if (how.kind === 'steps') return whole(how.steps.findLast(({ from }) => reaches(part, all, from))?.points ?? 0);
  const { below, from, to } = how;
  if (!reaches(part, all, from.ratio)) return whole(below);
  if (reaches(part, all, to.ratio)) return whole(to.points);
  // Weights of the two bounds: how far the ratio is from the other one, over `all` ten-thousandths.
  const passed = BigInt(part) * 10_000n - BigInt(all) * BigInt(from.ratio);
  const left = BigInt(all) * BigInt(to.ratio) - BigInt(part) * 10_000n;
  return { top: BigInt(from.points) * left + BigInt(to.points) * passed, bottom: left + passed };
}

/** Two decimals, half up: the provinces' texts do not say. */
export function roundedPoints(exact: Fraction): Hundredths {
  return roundFraction(exact, 'halfUp');
}

/** Whether the points are full before rounding: what is rounded up to the maximum did not reach it. */
export function isFull({ top, bottom }: Fraction, max: Hundredths): boolean {
  return top >= BigInt(max) * bottom;
}

/** Every level of points of a conversion, from the lowest ratio to the highest. */
export function levelsOf(how: Conversion): readonly Hundredths[] {
  if (how.kind === 'linear') return [how.below, how.from.points, how.to.points];
  const levels = how.steps.map(({ points }) => points);
  return how.steps.some(({ from }) => from === 0) ? levels : [0, ...levels];
}
