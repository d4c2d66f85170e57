import { goTo, type Place } from './place.ts';

/** The same screen with other filters, which stay in its address; '' takes one away. */
export function filterBy({ path, query }: Place, filters: Readonly<Record<string, string>>): void {
  const wanted = { ...Object.fromEntries(query), ...filters };
  goTo(path, Object.fromEntries(Object.entries(wanted).filter(([, value]) => value !== '')));
}
