/** Points in integer tenths: 15,9 is 159. Decimals never pass through binary fractions. */
export type Tenths = number;

/**
 * Half-up rounding of `numerator / denominator` to a whole number, exactly, in integers. The one place that rounds.
 * @throws RangeError for a non-positive denominator, a negative numerator or an unsafe integer.
 */
export function roundHalfUp(numerator: number, denominator: number): number {
  if (!Number.isSafeInteger(numerator) || !Number.isSafeInteger(denominator) || numerator < 0 || denominator <= 0)
    throw new RangeError(`roundHalfUp(${numerator}, ${denominator}): whole numbers, numerator >= 0, denominator > 0`);
  return Math.floor((2 * numerator + denominator) / (2 * denominator));
}

/** Mean of `n` values that add to `sum` tenths, in tenths, half up (TT 01/2018/TT-VPCP Điều 15: one decimal). */
export function meanTenths(sum: Tenths, n: number): Tenths {
  return roundHalfUp(sum, n);
}
