import { addDays, daysBetween, weekdayOf } from '#rules/calendar/date.ts';
import type { IsoDate } from '#rules/law.ts';

/** A week by ISO 8601: Monday to Sunday, of the year its Thursday lies in. */
export interface IsoWeek {
  /** `2026-W46`. */
  readonly name: string;
  readonly from: IsoDate;
  readonly lastDay: IsoDate;
}

export function isoWeekOf(day: IsoDate): IsoWeek {
  const from = addDays(day, -((weekdayOf(day) + 6) % 7));
  const thursday = addDays(from, 3);
  const year = thursday.slice(0, 4);
  const number = Math.floor(daysBetween(`${year}-01-01`, thursday) / 7) + 1;
  return { name: `${year}-W${String(number).padStart(2, '0')}`, from, lastDay: addDays(from, 6) };
}
