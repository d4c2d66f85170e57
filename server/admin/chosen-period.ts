import type { Period } from '#wire/results.ts';
import { goTo, type Place } from './place.ts';
import { localDay } from './when.ts';

/** The last one chosen, while the page lives: a link of the navigation keeps it. */
let last: string | null = null;

/** What a screen is about, where no period was chosen: what a close made, the period that runs today, or the newest. */
export type PeriodKind = 'closed' | 'running' | 'newest';

/** The open period of today, else the newest that is open. */
function runningPeriod(periods: readonly Period[], day: string): Period | undefined {
  const open = periods.filter(({ state }) => state === 'open');
  return open.find(({ from, lastDay }) => from <= day && day <= lastDay) ?? open[0];
}

/**
 * The period the head shows: that of the address (`?ky=` or the second part of its path), else the last one chosen, else the
 * one the screen is about. A screen about today begins with today's, whatever was chosen on another.
 */
export function chosenPeriod(place: Place, periods: readonly Period[], kind: PeriodKind): Period | null {
  const named = (id: string | null | undefined) => periods.find(({ period }) => period === id);
  const here = named(place.query.get('ky')) ?? named(place.path[1]);
  if (here) {
    last = here.period;
    return here;
  }
  if (kind === 'running') return runningPeriod(periods, localDay(new Date())) ?? periods[0] ?? null;
  const closed = kind === 'closed' ? periods.find(({ state }) => state !== 'open') : undefined;
  return named(last) ?? closed ?? periods[0] ?? null;
}

/** Another period on the same screen: into its path where the path names one, else into the query. */
export function choosePeriod(place: Place, periods: readonly Period[], period: string): void {
  last = period;
  const query = Object.fromEntries(place.query);
  const [screen = '', second] = place.path;
  if (periods.some((each) => each.period === second)) goTo([screen, period, ...place.path.slice(2)], query);
  else goTo(place.path, { ...query, ky: period });
}
