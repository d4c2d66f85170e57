import { addDays } from '#rules/calendar/date.ts';
import { isWorkingDay, type Office } from '#rules/calendar/working-time.ts';
import type { IsoDate, LocalTime } from '#rules/law.ts';
import type { Reminders } from './configuration.ts';

/** The longest run of days off in a year is far shorter. */
const AHEAD_DAYS = 30;

/** Whether nothing is to be said at `clock` (`HH:mm`). Equal ends mean no quiet hours; an end before the start lies past midnight. */
export function isQuiet(clock: string, { quietFrom, quietTo }: Reminders): boolean {
  return quietFrom <= quietTo ? quietFrom <= clock && clock < quietTo : clock >= quietFrom || clock < quietTo;
}

/** Days beyond the calendar are not known to be working days. */
function works(day: IsoDate, office: Office): boolean {
  try {
    return isWorkingDay(day, office);
  } catch {
    return false;
  }
}

/**
 * Whether the morning summary is to be said at `now`: on a working day, from its time on, outside the quiet hours, once a day.
 * A computer that slept at the time says it when it wakes.
 * @param last day of the last summary.
 */
export function summaryDue(now: LocalTime, last: IsoDate | null, reminders: Reminders, office: Office): boolean {
  const [day, clock] = [now.slice(0, 10), now.slice(11, 16)];
  return reminders.morning && day !== last && clock >= reminders.at && !isQuiet(clock, reminders) && works(day, office);
}

/** The next moment after `now` to look whether the summary is due; `null` when reminders are off. */
export function nextSummary(now: LocalTime, { morning, at }: Reminders, office: Office): LocalTime | null {
  if (!morning) return null;
  for (let i = 0; i <= AHEAD_DAYS; i += 1) {
    const moment = `${addDays(now.slice(0, 10), i)}T${at}`;
    if (moment > now && works(moment.slice(0, 10), office)) return moment;
  }
  return null;
}
