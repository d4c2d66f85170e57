/** How long a form took, so coarse that it says little of one person: less than so many seconds, or more than all. */
export const PACES = ['30', '60', '120', '300', '600', 'more'] as const;
export type Pace = (typeof PACES)[number];

/** Longer than this nobody fills in a form: the page lay open, or a clock was set. */
const BELIEVED_SECONDS = 86_400;

/** `null` = not told, or not to be believed. */
export function paceOf(seconds: number | null | undefined): Pace | null {
  if (seconds === undefined || seconds === null || seconds < 0 || seconds > BELIEVED_SECONDS) return null;
  return PACES.find((pace) => pace === 'more' || seconds < Number(pace)) ?? null;
}

/** Seconds, from `low` on and below `high`; `high` null = without end. */
export interface PaceRange {
  readonly low: number;
  readonly high: number | null;
}

/**
 * Between which seconds the median lies. @param counts pace → how many; `null` when there are none.
 * The two middle ones of an even number may lie apart: the range then spans both.
 */
export function medianPace(counts: ReadonlyMap<Pace, number>): PaceRange | null {
  const n = PACES.reduce((sum, pace) => sum + (counts.get(pace) ?? 0), 0);
  if (n === 0) return null;
  const at = (place: number): number => {
    let before = 0;
    return PACES.findIndex((pace) => {
      before += counts.get(pace) ?? 0;
      return place <= before;
    });
  };
  const [first, last] = [at(Math.ceil(n / 2)), at(Math.floor(n / 2) + 1)];
  const end = PACES[last];
  return {
    low: first === 0 ? 0 : Number(PACES[first - 1]),
    high: end === undefined || end === 'more' ? null : Number(end),
  };
}
