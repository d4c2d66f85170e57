import { addDays, dateOf, localTime, minuteOf } from '#rules/calendar/date.ts';
import { addWorkingDays, closingOf, DEFAULT_OFFICE, isWorkingDay, sessionsOn } from '#rules/calendar/working-time.ts';
import type { IsoDate, LocalTime } from '#rules/law.ts';
import { between, type Random } from './random.ts';

/** The last minute at which people are still served: nothing is begun in the last half hour of a day. */
const LAST_SERVED = '16:30';

/** Some minute of office hours on `day`, later than `after` and earlier than `before`; `null` when there is none. */
export function momentOn(
  random: Random,
  day: IsoDate,
  after: LocalTime | null = null,
  before: LocalTime | null = null,
): LocalTime | null {
  const low = after && dateOf(after) === day ? minuteOf(after) + 1 : 0;
  const high = before && dateOf(before) === day ? minuteOf(before) - 1 : 1440;
  const open = sessionsOn(day, DEFAULT_OFFICE)
    .map(({ from, to }) => ({ from: Math.max(from, low), to: Math.min(to, high) }))
    .filter(({ from, to }) => from <= to);
  if (open.length === 0) return null;
  let left = between(random, 0, open.reduce((sum, { from, to }) => sum + to - from + 1, 0) - 1);
  for (const { from, to } of open) {
    if (left <= to - from) return localTime(day, from + left);
    left -= to - from + 1;
  }
  return null;
}

/** Some minute in which people are served, on `day` or, when none is left there after `after`, on the next working day. */
export function servedMoment(random: Random, day: IsoDate, after: LocalTime | null = null): LocalTime {
  const found = momentOn(random, day, after, `${day}T${LAST_SERVED}`);
  return found ?? servedMoment(random, addWorkingDays(day, 1, DEFAULT_OFFICE), after);
}

/** `day` itself or the first working day after it. */
export function workingDayFrom(day: IsoDate): IsoDate {
  return addWorkingDays(day, 0, DEFAULT_OFFICE);
}

/** The `n`-th working day before `day`; 0 gives `day`, or the working day before it when it is off. */
export function workingDaysBefore(day: IsoDate, n: number): IsoDate {
  let date = day;
  for (let left = n; left > 0 || !isWorkingDay(date, DEFAULT_OFFICE); ) {
    date = addDays(date, -1);
    if (left > 0 && isWorkingDay(date, DEFAULT_OFFICE)) left -= 1;
  }
  return date;
}

/** Closing time of the `n`-th working day after `day`: what is printed as the promised time. */
export function closingAfter(day: IsoDate, n: number): LocalTime {
  const last = addWorkingDays(day, n, DEFAULT_OFFICE);
  return closingOf(last, DEFAULT_OFFICE) ?? `${last}T17:00`;
}
