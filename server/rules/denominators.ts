import { formatCount } from './format.ts';
import { parsePercent } from './printed-percent.ts';
import type { PublishedGroup, PublishedPart } from './published-table.ts';

/** Whole numbers that a line's count can be the printed percentage of, both ends included; `to: null` = no upper end. */
export interface Denominators {
  readonly part: PublishedPart & { readonly count: number; readonly percent: string };
  readonly from: number;
  readonly to: number | null;
}

/** `101`, `98 đến 101`, `từ 98`. */
export const formatSpan = (from: number, to: number | null) =>
  to === null
    ? `từ ${formatCount(from)}`
    : to <= from
      ? formatCount(from)
      : `${formatCount(from)} đến ${formatCount(to)}`;

/**
 * What each line with a count and a percentage may be a share of. A percentage may have been rounded half up or cut off (own reading:
 * offices do both, and cutting off has its own message), so the share lies from half a unit of the last digit below to one unit above.
 * A count of 0 tells nothing.
 */
export function denominatorsOf(group: PublishedGroup): Denominators[] {
  return group.parts.flatMap(({ count, percent, ...rest }) => {
    if (percent === undefined || count === null || count === 0) return [];
    const { units, digits } = parsePercent(percent);
    const scaled = count * 100 * 10 ** digits;
    const to = units === 0 ? null : Math.floor((2 * scaled) / (2 * units - 1));
    return [{ part: { ...rest, count, percent }, from: Math.floor(scaled / (units + 1)) + 1, to }];
  });
}

/**
 * Two lines of one group whose percentages cannot be of the same whole number: the one of the fewest and the one of the most.
 * @returns `null` when one number fits all lines, or fewer than two lines say anything.
 */
export function differingDenominators(group: PublishedGroup): readonly [Denominators, Denominators] | null {
  const all = denominatorsOf(group);
  const end = ({ to }: Denominators) => to ?? Number.POSITIVE_INFINITY;
  const small = all.reduce<Denominators | null>(
    (least, each) => (least && end(least) <= end(each) ? least : each),
    null,
  );
  const large = all.reduce<Denominators | null>((most, each) => (most && most.from >= each.from ? most : each), null);
  return small && large && large.from > end(small) ? [small, large] : null;
}
