import { addWorkingTime, minutesOfDays } from '#rules/calendar/working-time.ts';
import { DEFAULT_CHOICES } from '#rules/choices.ts';
import { dueAt } from '#rules/due.ts';
import type { LocalTime } from '#rules/law.ts';
import { dossierOf } from '../dossier-of.ts';
import { type CaseGroup, group, type LawCase } from './case.ts';
import { type CalendarWords, type OfficeWords, officeNamed } from './offices.ts';

interface Limit {
  readonly days?: number;
  readonly hours?: number;
  /** Absent = the real calendar. */
  readonly calendar?: CalendarWords;
}

/** Received at `from`; `printed` is what OpenCPS printed for the same office and limit, `null` = it was not asked. */
interface Given extends Limit {
  readonly office: OfficeWords;
  readonly from: LocalTime;
  readonly printed: LocalTime | null;
}

/** `byHours`: a day is this office's own working day, counted by the minute. `byDays`: the legal limit, closing of its last day. */
interface Expect {
  readonly byHours: LocalTime;
  readonly byDays: LocalTime | null;
}

/** `[name, office, received, limit, printed by OpenCPS, by hours, by days, arithmetic]` */
export type PrintedDue = readonly [
  name: string,
  office: OfficeWords,
  from: LocalTime,
  limit: Limit,
  printed: LocalTime | null,
  byHours: LocalTime,
  byDays: LocalTime | null,
  worked: string,
];

function bothWays({ office: words, from, days, hours = 0, calendar }: Given): Expect {
  const office = officeNamed(words, calendar);
  if (days === undefined) return { byHours: addWorkingTime(from, hours * 60, office), byDays: null };
  const due = dueAt(dossierOf({ received: from, limitDays: days }), office, DEFAULT_CHOICES);
  return { byHours: addWorkingTime(from, minutesOfDays(days, office.hours), office), byDays: due?.at ?? null };
}

/** Due dates beside what OpenCPS printed for them. */
export const printedGroup = (title: string, rows: readonly PrintedDue[]): CaseGroup =>
  group(
    title,
    bothWays,
    rows.map(
      ([name, office, from, limit, printed, byHours, byDays, worked]): LawCase<Given, Expect> => ({
        name,
        on: from.slice(0, 10),
        given: { office, from, ...limit, printed },
        expect: { byHours, byDays },
        article: 'Thời hạn tính bằng ngày làm việc, Điều 111, 112 BLLĐ 2019 (cách hiểu)',
        worked,
      }),
    ),
  );
