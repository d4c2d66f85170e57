/** Points in integer tenths: 15,9 is 159. Decimals never pass through binary fractions. */
export type Tenths = number;
/** Points in integer hundredths, where the law keeps two decimals: 16,00 is 1600. */
export type Hundredths = number;

/**
 * Half-up rounding of `numerator / denominator` to a whole number, exactly, in integers. The one place that rounds.
 * @throws RangeError for a non-positive denominator, a negative numerator or an unsafe integer.
 */
export function roundHalfUp(numerator: number, denominator: number): number {
  if (!Number.isSafeInteger(numerator) || !Number.isSafeInteger(denominator) || numerator < 0 || denominator <= 0)
    throw new RangeError(`roundHalfUp(${numerator}, ${denominator}): whole numbers, numerator >= 0, denominator > 0`);
  return Math.floor((2 * numerator + denominator) / (2 * denominator));
}

/**
 * The same rounding for products of counts, which may pass what a number holds exactly.
 * @throws RangeError for a non-positive denominator or a negative numerator.
 */
export function roundHalfUpExact(numerator: bigint, denominator: bigint): number {
  if (numerator < 0n || denominator <= 0n)
    throw new RangeError(`roundHalfUpExact(${numerator}, ${denominator}): numerator >= 0, denominator > 0`);
  return Number((2n * numerator + denominator) / (2n * denominator));
}

/** Mean of `n` values that add to `sum` tenths, in tenths, half up (TT 01/2018/TT-VPCP Điều 15: one decimal). */
export function meanTenths(sum: Tenths, n: number): Tenths {
  return roundHalfUp(sum, n);
}
