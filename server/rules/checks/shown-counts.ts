import type { Evidence } from '../finding.ts';
import { formatCount } from '../format.ts';

/** Counts of people who answered are printed from here on (own reading of what makes nobody findable). */
export const SMALLEST_CELL = 5;

/** Whether a count may be printed: neither it nor what it leaves of its whole is so few that somebody could be found. */
export const isShown = (n: number, of: number) => n >= SMALLEST_CELL && (of === n || of - n >= SMALLEST_CELL);

/** The rows that may be printed, `120/400`; the others are left out. */
export const shownCounts = (
  rows: readonly { readonly label: string; readonly n: number; readonly of: number }[],
): Evidence[] =>
  rows
    .filter(({ n, of }) => isShown(n, of))
    .map(({ label, n, of }) => ({ label, value: `${formatCount(n)}/${formatCount(of)}` }));
