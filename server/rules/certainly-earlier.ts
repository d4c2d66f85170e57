import { dateOf } from './calendar/date.ts';
import { closingOf, type Office } from './calendar/working-time.ts';
import type { LocalTime } from './law.ts';

/** Midnight and closing time are what systems and readers put where only the day was written. */
const maybeDayOnly = (time: LocalTime, office: Office) =>
  time.endsWith('T00:00') || time === closingOf(dateOf(time), office);

/**
 * Whether `a` is certainly earlier than `b`: on one day only when both tell the hour.
 * @throws NotInForce for two moments of one day outside the calendar.
 */
export function certainlyEarlier(a: LocalTime, b: LocalTime, office: Office): boolean {
  if (dateOf(a) !== dateOf(b)) return a < b;
  return a < b && !maybeDayOnly(a, office) && !maybeDayOnly(b, office);
}
