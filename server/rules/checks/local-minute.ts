import { fromDayNumber, localTime } from '../calendar/date.ts';
import { formatDateTime } from '../format.ts';

const DAY_MINUTES = 1440;
const VIETNAM_MINUTES = 420;

/** `24/11/2026 08:15` of a minute of local time since 1970. */
export function minuteWords(minute: number): string {
  const day = Math.floor(minute / DAY_MINUTES);
  return formatDateTime(localTime(fromDayNumber(day), minute - day * DAY_MINUTES));
}

/** The minute of local time since 1970 in which a moment of UTC lies. @param at milliseconds. */
export const localMinute = (at: number) => Math.floor(at / 60_000) + VIETNAM_MINUTES;

/** Milliseconds since 1970 in UTC at which that minute begins. */
export const utcOf = (minute: number) => (minute - VIETNAM_MINUTES) * 60_000;
