import { dateOf } from '#rules/calendar/date.ts';
import { addWorkingDays, DEFAULT_OFFICE } from '#rules/calendar/working-time.ts';
import { DEFAULT_CHOICES } from '#rules/choices.ts';
import { lastDay } from '#rules/period.ts';
import { standing } from '#rules/standing.ts';
import type { Bench } from './measure.ts';
import { benchRecords, PERIOD, repeated } from './rows.ts';

const DISTINCT = 100_000;
const NOW = `${lastDay(PERIOD)}T17:00`;
const DAY_MS = 86_400_000;

/** Where each dossier stands against its deadline, pauses and all. */
export function standingBench(passes: number): Bench {
  const dossiers = benchRecords(DISTINCT).map(({ dossier }) => dossier);
  return {
    name: 'where a dossier stands',
    what: 'dossiers',
    count: DISTINCT * passes,
    measures: 'early, on time, due soon or overdue by promise, pauses and office hours; no points',
    against: 'comparing the two dates as text',
    run() {
      let late = 0;
      for (const dossier of repeated(dossiers, passes))
        if (standing(dossier, NOW, DEFAULT_OFFICE, DEFAULT_CHOICES).status === 'overdue') late += 1;
      return late;
    },
    bare() {
      let late = 0;
      for (const { ready, promised } of repeated(dossiers, passes)) if ((ready ?? NOW) > (promised ?? '9')) late += 1;
      return late;
    },
  };
}

/** The n-th working day after receipt. */
export function workingDaysBench(passes: number): Bench {
  const limits = benchRecords(DISTINCT).map(({ dossier }) => ({
    from: dateOf(dossier.received ?? ''),
    days: dossier.limitDays ?? 0,
  }));
  return {
    name: 'add working days',
    what: 'deadlines',
    count: DISTINCT * passes,
    measures: 'one working day found by the calendar of days off',
    against: 'adding calendar days with Date',
    run() {
      let length = 0;
      for (const { from, days } of repeated(limits, passes))
        length += addWorkingDays(from, days, DEFAULT_OFFICE).length;
      return length;
    },
    bare() {
      let length = 0;
      for (const { from, days } of repeated(limits, passes))
        length += new Date(Date.parse(from) + days * DAY_MS).toISOString().slice(0, 10).length;
      return length;
    },
  };
}
