import type { Office } from './calendar/working-time.ts';
import type { Choices } from './choices.ts';
import { compareTimes } from './compare-times.ts';
import { type Dossier, endOf, type Step } from './dossier.ts';
import type { LocalTime } from './law.ts';

/** The step indicator 2 is read from. */
export interface JudgedStep {
  readonly step: Step;
  readonly punctuality: 'early' | 'onTime' | 'overdue';
}

const WORSE = { early: 0, onTime: 1, overdue: 2 } as const;

/** A step against its own limit; `undefined` where that is not known, or the step still runs within it. */
function stepTime(
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

/**
 * The step that is judged (choice `index2.agencies`): among the dossier's own unit, or among all agencies. The circular speaks of one
 * step per agency; of several the worst one counts, the first of equals. One of unknown time leaves the worst unknown, unless
 * another is late already: worse than late there is nothing.
 * @returns `null` when no step of that kind was read, or the worst is not known.
 * @throws NotInForce when half-days are compared outside the calendar.
 */
export function judgedStep(dossier: Dossier, now: LocalTime, office: Office, choices: Choices): JudgedStep | null {
  let worst: JudgedStep | null = null;
  let unknown = false;
  for (const step of dossier.steps ?? []) {
    if (choices['index2.agencies'] === 'own' && step.unit !== dossier.unit) continue;
    const punctuality = stepTime(step, dossier, now, office, choices);
    if (!punctuality) unknown = true;
    else if (!worst || WORSE[punctuality] > WORSE[worst.punctuality]) worst = { step, punctuality };
  }
  return unknown && worst?.punctuality !== 'overdue' ? null : worst;
}
