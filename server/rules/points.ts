import type { Choices } from './choices.ts';

/** Points in integer tenths: 15,9 is 159. Decimals never pass through binary fractions. */
export type Tenths = number;
/** Points in integer hundredths, where the law keeps two decimals: 16,00 is 1600. */
export type Hundredths = number;
/** What becomes of a value exactly half-way, or of the rest (choice `rounding`). */
export type Rounding = Choices['rounding'];

/** An exact quotient of counts, e.g. 29 points over 20 dossiers. */
export interface Fraction {
  readonly top: bigint;
  readonly bottom: bigint;
}

/**
 * Half-up rounding of `numerator / denominator` to a whole number, exactly, in integers.
 * @throws RangeError for a non-positive denominator, a negative numerator or an unsafe integer.
 */
export function roundHalfUp(numerator: number, denominator: number): number {
  if (!Number.isSafeInteger(numerator) || !Number.isSafeInteger(denominator) || numerator < 0 || denominator <= 0)
    throw new RangeError(`roundHalfUp(${numerator}, ${denominator}): whole numbers, numerator >= 0, denominator > 0`);
  return Math.floor((2 * numerator + denominator) / (2 * denominator));
}

/**
 * `top / bottom` as a whole number, exactly: half up, half to the even neighbour, or cut off.
 * @throws RangeError for a non-positive bottom or a negative top.
 */
export function roundFraction({ top, bottom }: Fraction, rounding: Rounding): number {
  if (top < 0n || bottom <= 0n) throw new RangeError(`roundFraction(${top}, ${bottom}): top >= 0, bottom > 0`);
  const whole = top / bottom;
  const twice = 2n * (top % bottom);
  const tieGoesUp = rounding === 'halfUp' || whole % 2n === 1n;
  const up = rounding !== 'truncate' && (twice > bottom || (twice === bottom && tieGoesUp));
  return Number(up ? whole + 1n : whole);
}

/**
 * Half-up rounding for products of counts, which may pass what a number holds exactly.
 * @throws RangeError for a non-positive denominator or a negative numerator.
 */
export function roundHalfUpExact(numerator: bigint, denominator: bigint): number {
  return roundFraction({ top: numerator, bottom: denominator }, 'halfUp');
}

/** The exact sum, over a common denominator. */
export function sumOfFractions(parts: readonly Fraction[]): Fraction {
  return parts.reduce(
    (sum, part) => ({ top: sum.top * part.bottom + part.top * sum.bottom, bottom: sum.bottom * part.bottom }),
    {
      top: 0n,
      bottom: 1n,
    },
  );
}

/**
 * Mean of `n` values that add to `sum` tenths, in tenths (TT 01/2018/TT-VPCP Điều 15: one decimal; the text does not say what becomes
 * of a tie).
 * @throws RangeError for no values, a negative sum or a number that is not whole.
 */
export function meanTenths(sum: Tenths, n: number, rounding: Rounding = 'halfUp'): Tenths {
  return roundFraction({ top: BigInt(sum), bottom: BigInt(n) }, rounding);
}
