import { addDays } from './calendar/date.ts';
import { addWorkingDays, type Office } from './calendar/working-time.ts';
import { known } from './known.ts';
import type { IsoDate } from './law.ts';

/** Ours, not the law's: no text says within how many working days an opinion on a form is replied to. */
export const DEFAULT_REPLY_DAYS = 15;

/** A calendar year has about 250 working days, so this is never earlier than counted by a calendar without long holidays. */
const CALENDAR_DAYS_PER_WORKING_DAY = 1.5;

/**
 * The last day for a reply asked for on `asked`, `days` working days later. Past the years of the calendar, half as many
 * days more stand for the days off: nothing is refused because a notice is not out yet.
 */
export function replyDeadline(asked: IsoDate, days: number, office: Office): IsoDate {
  return (
    known(() => addWorkingDays(asked, days, office)) ?? addDays(asked, Math.ceil(days * CALENDAR_DAYS_PER_WORKING_DAY))
  );
}
