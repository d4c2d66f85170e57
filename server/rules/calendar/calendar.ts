import type { IsoDate } from '../law.ts';
import { ANNOUNCED_DAYS, SWAPS_NOT_EXCLUDED, TET } from './announced-days.ts';
import { type CalendarDay, knownOn } from './calendar-day.ts';
import { addDays } from './date.ts';
import { fingerprint } from './fingerprint.ts';
import { HOLIDAYS } from './holidays.ts';
import { OutsideCalendar } from './outside-calendar.ts';

/** Half-open range of days. */
export interface DayRange {
  readonly from: IsoDate;
  readonly to: IsoDate;
}

/** Days on which the calendar may be wrong, and why in one sentence. */
export interface Doubt extends DayRange {
  readonly because: string;
  /** A notice may still come and move deadlines; `false` = the source of days that were kept was not compared. */
  readonly mayChange: boolean;
}

export interface Calendar {
  /** Stored beside every due date, so that a later change can list the dossiers it touches. */
  readonly version: string;
  readonly covered: DayRange;
  /** A deadline counted over these days may change. */
  readonly unverified: readonly Doubt[];
  readonly days: ReadonlyMap<IsoDate, CalendarDay>;
}

/** The version names the last day on which something became known, and what the calendar holds: `vn-2026-04-24-1a2b3c4d`. */
export function makeCalendar(covered: DayRange, unverified: readonly Doubt[], rows: readonly CalendarDay[]): Calendar {
  const newest = rows.reduce((last, { announced }) => (announced && announced > last ? announced : last), covered.from);
  const content = JSON.stringify([covered, unverified, rows]);
  return {
    version: `vn-${newest}-${fingerprint(content)}`,
    covered,
    unverified,
    days: new Map(rows.map((row) => [row.date, row])),
  };
}

/** The years the table knows: those whose Tết is written down. */
const COVERED: DayRange = {
  from: `${TET[0]?.slice(0, 4)}-01-01`,
  to: `${Number(TET.at(-1)?.slice(0, 4)) + 1}-01-01`,
};

/** Doubts about days a notice chooses: the notice is not out, its number was never seen, or a swap is not excluded. */
function doubtsOf(rows: readonly CalendarDay[]): Doubt[] {
  const chosen = ANNOUNCED_DAYS.flatMap(({ name, year, from, to }): Doubt[] => {
    const days = rows.filter((row) => row.basis !== 'law' && row.date >= from && row.date < to);
    const first = days[0];
    if (!first)
      return [{ from, to, because: `Ngày nghỉ ${name} năm ${year} chưa có thông báo chính thức.`, mayChange: true }];
    if (first.basis === 'notice') return [];
    return [
      {
        from: first.date,
        to: addDays((days.at(-1) ?? first).date, 1),
        because: `Ngày nghỉ ${name} năm ${year} ghi theo nguồn thứ hai, chưa đối chiếu được số thông báo.`,
        mayChange: false,
      },
    ];
  });
  return [...chosen, ...SWAPS_NOT_EXCLUDED.map((doubt) => ({ ...doubt, mayChange: false }))];
}

const calendarOf = (rows: readonly CalendarDay[]) => makeCalendar(COVERED, doubtsOf(rows), rows);

/** State agencies of Vietnam as it stood on `day`: swaps are often decided weeks after due dates were printed. */
export function calendarKnownOn(day: IsoDate): Calendar {
  return calendarOf(HOLIDAYS.filter((row) => knownOn(row, day)));
}

/** State agencies of Vietnam, 2018–2027. The 2027 Tết and the day beside 02/9/2027 are not announced yet. */
export const NATIONAL_CALENDAR: Calendar = calendarOf(HOLIDAYS);

/** Changes by itself whenever a row of `holidays.ts` changes. */
export const CALENDAR_VERSION = NATIONAL_CALENDAR.version;

/** The error of a day the calendar does not cover. */
export function notCovered({ covered }: Calendar, date: IsoDate): OutsideCalendar {
  return new OutsideCalendar(covered, date);
}

/**
 * The row of `date`, `undefined` for an ordinary day.
 * @throws NotInForce outside the years the calendar covers.
 */
export function calendarDay(calendar: Calendar, date: IsoDate): CalendarDay | undefined {
  const { from, to } = calendar.covered;
  if (date < from || date >= to) throw notCovered(calendar, date);
  return calendar.days.get(date);
}

const NONE: readonly string[] = [];

const doubtSentence = ({ because, mayChange }: Doubt) => (mayChange ? `${because} Hạn này có thể đổi.` : because);

/**
 * Why days between `from` and `to` (both included) may be counted wrong, a sentence for each reason; empty when all is known. Where a
 * notice may still come, the sentence says that the deadline may move.
 */
export function doubtsBetween(calendar: Calendar, from: IsoDate, to: IsoDate): readonly string[] {
  let found = NONE;
  for (const doubt of calendar.unverified)
    if (doubt.from <= to && from < doubt.to) found = [...found, doubtSentence(doubt)];
  return found;
}
