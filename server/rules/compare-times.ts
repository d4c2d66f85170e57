import { dateOf } from './calendar/date.ts';
import { type Office, sessionOf } from './calendar/working-time.ts';
import type { Choices } from './choices.ts';
import type { LocalTime } from './law.ts';

/**
 * Whether `at` is early, on time or late for `deadline` at the chosen granularity: whole days; half-days (early before the session of
 * the deadline begins, late after the deadline); or minutes.
 */
export function compareTimes(
  at: LocalTime,
  deadline: LocalTime,
  granularity: Choices['granularity'],
  office: Office,
): 'early' | 'onTime' | 'overdue' {
  if (granularity === 'day') {
    const day = dateOf(at);
    const last = dateOf(deadline);
    return day < last ? 'early' : day === last ? 'onTime' : 'overdue';
  }
  if (at > deadline) return 'overdue';
  const begin = granularity === 'halfDay' ? (sessionOf(deadline, office)?.from ?? deadline) : deadline;
  return at < begin ? 'early' : 'onTime';
}

/**
 * Whether the granularity decides how `at` compares with `deadline`: only within the day of the deadline, away from its very minute,
 * do days, half-days and minutes disagree.
 */
export function hangsOnGranularity(at: LocalTime, deadline: LocalTime): boolean {
  return at !== deadline && dateOf(at) === dateOf(deadline);
}
