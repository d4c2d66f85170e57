import { dateOf, weekdayOf } from '#rules/calendar/date.ts';
import { movedAfterExpiry } from '#rules/date-checks/of-promise.ts';
import { type Dossier, endOf } from '#rules/dossier.ts';
import { stepTime } from '#rules/judged-step.ts';
import { known } from '#rules/known.ts';
import type { LocalTime } from '#rules/law.ts';
import { dossierInYear, type RatioView } from '#rules/par/dossier-in-year.ts';
import { APOLOGY_IN_TIME, APOLOGY_SENT } from '#rules/par/ratio-duties.ts';
import type { ScoredRecord } from '#rules/score-record.ts';
import { standing } from '#rules/standing.ts';
import { columnsOf, type StatisticsPart, type StatisticsView } from '#rules/statistics/statistics.ts';
import { stepTimes } from '#rules/step-time.ts';
import type { CountRow } from '../store/snapshot-counts.ts';
import type { CloseContext } from './context.ts';
import type { SunkDossier } from './count-sinks.ts';
import { fewSteps, OTHER_STEPS } from './few-steps.ts';
import { timeOf } from './time-of.ts';

/** What is counted of time: families of rows, each over all dossiers of a unit whose time counts in the period. */
export type TimeFamily =
  | 'time'
  | 'procedure'
  | 'officer'
  | 'step'
  | 'course'
  | 'hour'
  | 'letter'
  | 'moved'
  | StatisticsFamily;
/** Parts of Biểu II.06a: what came over, what happened, what is left. A year takes the first of its quarters, all, and the last. */
export type StatisticsFamily = 'before' | 'flow' | 'left';

const LEFT: readonly StatisticsPart[] = [
  'within',
  'paused',
  'openOverdue',
  'openUnknown',
  'placeUnknown',
  'notReceived',
];

export function statisticsFamily(part: StatisticsPart): StatisticsFamily {
  return part === 'before' ? 'before' : LEFT.includes(part) ? 'left' : 'flow';
}

const [READ, UNREAD] = ['read', 'unread'];

/** Weekday and hour a result was there, `3-15`; `3-` where only the day is known. */
function hourKey(at: string): string {
  const hour = at.endsWith('T00:00') ? '' : String(Number(at.slice(11, 13)));
  return `${weekdayOf(dateOf(at))}-${hour}`;
}

const byName = (counts: Readonly<Record<string, number>>) =>
  Object.fromEntries(Object.entries(counts).sort(([a], [b]) => (a < b ? -1 : 1)));

/**
 * Counts the time of the dossiers of one unit; small however many there are.
 * @param now when it is counted: the end of the period, or a moment while it runs.
 */
export function timelinessCounts(
  { period, choices, office }: Pick<CloseContext, 'period' | 'choices' | 'office'>,
  now: LocalTime = `${period.to}T00:00`,
) {
  const table: StatisticsView = { period, now, choices, officeOf: () => office };
  const rows = new Map<TimeFamily, Map<string, Record<string, number>>>();
  function add(family: TimeFamily, key: string, part: string, n = 1): void {
    const keys = rows.get(family) ?? new Map<string, Record<string, number>>();
    rows.set(family, keys);
    const counts = keys.get(key) ?? {};
    keys.set(key, counts);
    counts[part] = (counts[part] ?? 0) + n;
  }

  function addLetter(record: ScoredRecord['record']): void {
    const view: RatioView = {
      ...{ period, now, choices, officeOf: () => office },
      ...{ levelOf: () => null, wholeOnline: () => null },
    };
    const seen = dossierInYear(record, view);
    const sent = APOLOGY_SENT.tell(seen, view);
    if (sent === 'apart') return;
    if (sent === 'numerator') add('letter', '', APOLOGY_IN_TIME.tell(seen, view) === 'numerator' ? 'inTime' : 'late');
    else add('letter', '', sent === 'rest' ? 'none' : 'unknown');
  }

  function addSteps({ record: { dossier } }: ScoredRecord): void {
    if (!dossier.steps) add('step', '', UNREAD);
    for (const step of dossier.steps ?? []) {
      const told = known(() => stepTime(step, dossier, now, office, choices));
      add('step', step.unit, told ?? (step.due && !step.ended && !endOf(dossier) ? 'open' : 'unknown'));
    }
  }

  /** Steps by the name their page prints, each with the working minutes of those that ended. */
  function addCourse({ judged }: ScoredRecord, course: SunkDossier['course']): void {
    add('course', '', course ? READ : UNREAD);
    if (!course) return;
    const times = stepTimes(course, judged.standing.finished, now, office, choices.granularity);
    times.forEach(({ status, minutes }, i) => {
      const key = course[i]?.name ?? OTHER_STEPS;
      add('course', key, status === 'running' ? 'open' : status);
      if (minutes === null || status === 'running') return;
      add('course', key, 'timed');
      add('course', key, 'minutes', minutes);
    });
  }

  let judgedLast: ScoredRecord | null = null;
  /** Judged already, unless its clock was moved, or it was another then. */
  function statusOf(seen: Dossier, at: string) {
    const isJudged = choices.compareWith === 'promised' && seen === judgedLast?.record.dossier && at === now;
    return isJudged && judgedLast ? judgedLast.judged.standing.status : standing(seen, at, office, choices).status;
  }

  return {
    add({ scored, owners, changes, course }: SunkDossier): void {
      const { record, counted, judged, facts } = scored;
      const { dossier, acts } = record;
      const { status, finished, end } = judged.standing;
      judgedLast = scored;
      for (const column of columnsOf(dossier, table, statusOf)) add(statisticsFamily(column), '', column);
      if (!counted.timeliness && !counted.rest) return;
      // What still runs within its time while the period does is neither early nor late yet.
      if (counted.timeliness && !finished && status !== 'overdue' && now < `${period.to}T00:00`) return;
      const part = counted.timeliness ? timeOf(facts) : 'otherPeriod';
      add('time', '', part);
      if (!counted.timeliness) return;
      add('procedure', dossier.procedure ?? '', part);
      add('officer', owners[1] ?? '', part);
      addSteps(scored);
      addCourse(scored, course);
      if (end?.at && (part === 'early' || part === 'onTime' || part === 'overdue')) {
        const key = hourKey(end.at);
        add('hour', key, 'n');
        if (part === 'overdue') add('hour', key, 'overdue');
      }
      if (part === 'overdue') addLetter(record);
      if (changes.length > 0) {
        add('moved', '', 'moved');
        const found = known(() => movedAfterExpiry({ dossier, acts: acts ?? {}, changes, office, choices }));
        if (found?.length) add('moved', '', 'afterExpiry');
      }
    },
    /** @param dossier that was in hand, and cannot count. */
    addBeside(dossier: Dossier): void {
      for (const column of columnsOf(dossier, table)) add(statisticsFamily(column), '', column);
    },
    /** The same whatever order the dossiers came in. */
    rows: (unit: string): CountRow[] =>
      [...rows].flatMap(([family, keys]) =>
        [...(family === 'course' ? fewSteps(keys) : keys)].map(([key, counts]) => ({
          ...{ unit, family, key, counts: byName(counts) },
        })),
      ),
  };
}

export type TimelinessCounts = ReturnType<typeof timelinessCounts>;
