import type { Period } from '#wire/results.ts';
import { goTo, type Place } from './place.ts';
import { localDay } from './when.ts';

/** The last one chosen, while the page lives: a link of the navigation keeps it. */
let last: string | null = null;

/** What a screen is about, where no period was chosen: what a close made, the period that runs today, or the newest. */
type PeriodKind = 'closed' | 'running' | 'newest';

/** How a screen takes its period. */
export interface PeriodOf {
  readonly kind: PeriodKind;
  /** Whether the second part of its path names one, as `#/ket-qua/2026-q4` does. */
  readonly inPath: boolean;
}

/** The period the address names, whether or not there is such a one. */
function namedPeriod(place: Place, { inPath }: PeriodOf): string | null {
  return place.query.get('ky') || (inPath ? (place.path[1] ?? null) : null);
}

/** The open period of today, else the newest that is open. */
function runningPeriod(periods: readonly Period[], day: string): Period | undefined {
  const open = periods.filter(({ state }) => state === 'open');
  return open.find(({ from, lastDay }) => from <= day && day <= lastDay) ?? open[0];
}

/** What the address names though no period is called so: the head shows another one then, which has to be said. */
export function unknownPeriod(place: Place, periods: readonly Period[], of: PeriodOf): string | null {
  const id = namedPeriod(place, of);
  return periods.some(({ period }) => period === id) ? null : id;
}

/**
 * The period the head shows: that of the address (`?ky=` or the second part of its path), else the last one chosen, else the
 * one the screen is about. A screen about today begins with today's, whatever was chosen on another.
 */
export function chosenPeriod(place: Place, periods: readonly Period[], of: PeriodOf): Period | null {
  const named = (id: string | null) => periods.find(({ period }) => period === id);
  const here = named(namedPeriod(place, of));
  if (here) {
    last = here.period;
    return here;
  }
  if (of.kind === 'running') return runningPeriod(periods, localDay(new Date())) ?? periods[0] ?? null;
  const closed = of.kind === 'closed' ? periods.find(({ state }) => state !== 'open') : undefined;
  return named(last) ?? closed ?? periods[0] ?? null;
}

/** Another period on the same screen: into its path where the path names one, else into the query. */
export function choosePeriod(place: Place, { inPath }: PeriodOf, period: string): void {
  last = period;
  const { ky: _, ...query } = Object.fromEntries(place.query);
  const [screen = '', second] = place.path;
  if (inPath && second !== undefined) goTo([screen, period, ...place.path.slice(2)], query);
  else goTo(place.path, { ...query, ky: period });
}
