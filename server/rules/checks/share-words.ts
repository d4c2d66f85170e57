import { formatBound, formatCount, formatInterval, formatPercent } from '../format.ts';
import type { Permille } from '../interval.ts';
import type { Seen } from './check.ts';

const PERCENT = '\u00a0%';

/** `45/120`. */
export const countWords = ({ k, n }: Seen) => `${formatCount(k ?? 0)}/${formatCount(n)}`;

/** `37,5 %, khoảng 28,8–46,8 %`. */
export const shareWords = ({ k, n, low, high }: Seen) =>
  `${formatPercent(k ?? 0, n)}, khoảng ${formatInterval(low ?? 0, high ?? 1000)}${PERCENT}`;

/** `; mức coi là thường gặp: 15 %`, nothing where a check goes by none. */
export const usualWords = (usual: Permille | null) =>
  usual === null ? '' : `; mức coi là thường gặp: ${formatBound(usual)}${PERCENT}`;
