import type { Certainty, IsoDate } from '../law.ts';

/** A day that is off although it is Monday to Friday, or worked although it is a Saturday. */
export interface CalendarDay {
  readonly date: IsoDate;
  readonly kind: 'holiday' | 'extraWorkday';
  /** Vietnamese name shown to people. */
  readonly name: string;
  /** Number of the notice or the article that makes the day. */
  readonly notice: string;
  readonly certainty: Certainty;
}
