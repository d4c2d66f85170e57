import { type Office, workingMinutesBetween } from './calendar/working-time.ts';
import type { Choices } from './choices.ts';
import { compareTimes } from './compare-times.ts';
import { limitFrom } from './due.ts';
import { known } from './known.ts';
import type { LocalTime } from './law.ts';

/** One line of a progress table: its limit in working days and its moments, each `null` where the page shows none. */
export interface ShownStep {
  readonly limitDays: number | null;
  readonly started: LocalTime | null;
  readonly ended: LocalTime | null;
}

/** The same with the work as printed. A dossier's progress table, its course, is a list of them; who did a step is not in it. */
export interface NamedStep extends ShownStep {
  readonly name: string;
}

/** How long one step took, against its own limit. */
export interface StepTime {
  /** Last moment of its limit; `null` = it has none, or no start. */
  readonly due: LocalTime | null;
  /** Working minutes from its start to its end, or to now; `null` = not known. */
  readonly minutes: number | null;
  readonly status: 'early' | 'onTime' | 'overdue' | 'running' | 'unknown';
  /** The page shows no end of the step: the start of the next one was taken for it (our reading). */
  readonly endRead: boolean;
}

const UNKNOWN: StepTime = { due: null, minutes: null, status: 'unknown', endRead: false };

/** When step `i` ended: as printed, else when the next step with a start began; `undefined` = it runs. */
function endOfStep(steps: readonly ShownStep[], i: number): LocalTime | undefined {
  const step = steps[i];
  if (step?.ended) return step.ended;
  const next = steps.slice(i + 1).find(({ started }) => started !== null)?.started;
  return next && step?.started && next >= step.started ? next : undefined;
}

/**
 * The time of every step of a progress table, in its order. The last step of a dossier that runs is counted up to now; of one that has
 * ended it is not known.
 */
export function stepTimes(
  steps: readonly ShownStep[],
  finished: boolean,
  now: LocalTime,
  office: Office,
  granularity: Choices['granularity'],
): readonly StepTime[] {
  return steps.map((step, i) => {
    const { started, limitDays } = step;
    if (!started) return UNKNOWN;
    const ended = endOfStep(steps, i);
    if (!ended && finished) return UNKNOWN;
    const to = ended ?? now;
    const due = limitDays === null ? null : known(() => limitFrom(started, limitDays, office));
    const minutes = known(() => Math.max(0, workingMinutesBetween(started, to, office)));
    const against = due === null ? null : known(() => compareTimes(to, due, granularity, office));
    const status = against === 'overdue' || ended ? (against ?? 'unknown') : 'running';
    return { due, minutes, status, endRead: ended !== undefined && !step.ended };
  });
}
