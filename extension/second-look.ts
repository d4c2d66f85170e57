import type { SecondLookAnswer } from '#wire/second-look.ts';

/** More than so many in less than so many seconds cannot have been looked at. */
const FAST = { scores: 20, seconds: 60 };
/** Dossiers a second look shows. */
export const SAMPLE = 3;

/** A second look at the batch confirmed at the moment `batch`, as it was offered, and what came of it so far. */
export interface SecondLookOffer {
  readonly id: string;
  readonly officer: string;
  readonly batch: number;
  readonly confirmed: number;
  readonly seconds: number;
  readonly answer: SecondLookAnswer;
  /** Dossiers of the sample; empty before it was asked for. */
  readonly picked: readonly string[];
  /** Those of `picked` that were opened. */
  readonly opened: readonly string[];
}

/** @param seconds between the list coming up and its confirmation */
export const isFast = (scores: number, seconds: number): boolean => scores > FAST.scores && seconds < FAST.seconds;

/** `n` of `items` by chance, in their own order. @param chance 0 ≤ chance < 1 */
export function sampleOf<T>(items: readonly T[], n: number, chance: () => number = Math.random): T[] {
  const picked = new Set<number>();
  while (picked.size < Math.min(n, items.length)) picked.add(Math.floor(chance() * items.length));
  return items.filter((_, i) => picked.has(i));
}
