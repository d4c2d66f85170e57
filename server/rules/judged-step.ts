import type { Office } from './calendar/working-time.ts';
import type { Choices } from './choices.ts';
import { compareTimes, hangsOnGranularity } from './compare-times.ts';
import { type Dossier, endOf, type Step } from './dossier.ts';
import type { LocalTime } from './law.ts';
import type { Readings } from './scored.ts';

/** The step indicator 2 is read from. */
export interface JudgedStep {
  readonly step: Step;
  readonly punctuality: 'early' | 'onTime' | 'overdue';
  /** Named choices that decided it; empty when no choice could change it. */
  readonly by: Readings;
}

const WORSE = { early: 0, onTime: 1, overdue: 2 } as const;

/** A step against its own limit; `undefined` where that is not known, or the step still runs within it. */
export function stepTime(
  step: Step,
  dossier: Dossier,
  now: LocalTime,
  office: Office,
  choices: Choices,
): JudgedStep['punctuality'] | undefined {
  if (!step.due) return undefined;
  if (step.ended) return compareTimes(step.ended, step.due, choices.granularity, office);
  if (endOf(dossier) || choices['index1.unfinishedOverdue'] === 'leaveOut') return undefined;
  return compareTimes(now, step.due, choices.granularity, office) === 'overdue' ? 'overdue' : undefined;
}

const NONE: Readings = [];

/** The choices that decided the worst of `count` steps; `hangs` = one of those judged hangs on the granularity. */
function readingsOf({ ended }: Step, count: number, hangs: boolean, choices: Choices): Readings {
  const several = count > 1 && choices['index2.agencies'] === 'own';
  if (!several && !hangs && ended) return NONE;
  return [
    ...(several ? (['index2.agencies'] as const) : []),
    ...(hangs ? (['granularity'] as const) : []),
    ...(ended ? [] : (['index1.unfinishedOverdue'] as const)),
  ];
}

/**
 * The step that is judged (choice `index2.agencies`): among the dossier's own unit, or among all agencies. The circular speaks of one
 * step per agency; of several the worst one counts, the first of equals. One of unknown time leaves the worst unknown, unless
 * another is late already: worse than late there is nothing. A step that ended late at any granularity is late under every choice.
 * @returns `null` when no step of that kind was read, or the worst is not known.
 * @throws NotInForce when half-days are compared outside the calendar.
 */
export function judgedStep(dossier: Dossier, now: LocalTime, office: Office, choices: Choices): JudgedStep | null {
  const steps = dossier.steps ?? [];
  let worst: Omit<JudgedStep, 'by'> | null = null;
  let [unknown, hangs, certain] = [false, false, false];
  for (const step of steps) {
    if (choices['index2.agencies'] === 'own' && step.unit !== dossier.unit) continue;
    const punctuality = stepTime(step, dossier, now, office, choices);
    if (!step.due || !punctuality) {
      unknown = true;
      continue;
    }
    const near = hangsOnGranularity(step.ended ?? now, step.due);
    hangs ||= near;
    certain ||= punctuality === 'overdue' && step.ended !== null && !near;
    if (!worst || WORSE[punctuality] > WORSE[worst.punctuality]) worst = { step, punctuality };
  }
  if (!worst || (unknown && worst.punctuality !== 'overdue')) return null;
  return { ...worst, by: certain ? NONE : readingsOf(worst.step, steps.length, hangs, choices) };
}
