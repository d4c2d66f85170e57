import { formatDateRange } from '#rules/format.ts';
import type { Period } from '#wire/results.ts';

/** First and last day, unless the label already says them. */
export function PeriodRange({ period }: { period: Period }) {
  const range = formatDateRange(period.from, period.lastDay);
  return range === period.label ? null : <span class="muted small">{range} </span>;
}
