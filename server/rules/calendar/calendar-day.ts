import type { Certainty, IsoDate } from '../law.ts';

/** A holiday on any day of the week, or a Saturday that is worked. */
export interface CalendarDay {
  readonly date: IsoDate;
  readonly kind: 'holiday' | 'extraWorkday';
  /** Vietnamese name shown to people. */
  readonly name: string;
  /** Number of the notice or the article that makes the day. */
  readonly notice: string;
  /** `law` the law itself fixes the day · `notice` a numbered notice · `unseenNotice` a notice whose number was never seen. */
  readonly basis: 'law' | 'notice' | 'unseenNotice';
  /** The day it became known; `null` = by the law from the start, or by a notice whose day was not seen. */
  readonly announced: IsoDate | null;
  readonly certainty: Certainty;
  /** For a notice whose day was not seen: known at the latest on this day. Absent = on the first day of the year of `date`. */
  readonly knownBy?: IsoDate;
}

/**
 * Whether `row` was known on `day`. A notice of unknown day counts as known from the last day of the year it names, else from the
 * first day of the year it is about: the yearly notice comes out before the year begins.
 */
export function knownOn(row: CalendarDay, day: IsoDate): boolean {
  if (row.announced !== null) return row.announced <= day;
  return row.basis === 'law' || (row.knownBy ?? `${row.date.slice(0, 4)}-01-01`) <= day;
}
