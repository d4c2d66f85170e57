import { addWorkingTime, DEFAULT_OFFICE, workingMinutesBetween } from '#rules/calendar/working-time.ts';
import type { Step } from '#rules/dossier.ts';
import type { LocalTime } from '#rules/law.ts';
import { oneOf, type Random } from './random.ts';

/** What the steps of one dossier share. `start` = receipt, or the end of the last pause. */
export interface Work {
  readonly unit: string;
  readonly officer: string;
  readonly start: LocalTime;
  readonly deadline: LocalTime;
  readonly ready: LocalTime;
}

const after = (from: LocalTime, minutes: number) => addWorkingTime(from, minutes, DEFAULT_OFFICE);

/**
 * The steps of a dossier: its own unit alone, or its own unit, `agencies` other ones and its own unit again. Each has its share of
 * the time allowed; the time taken is shared out unevenly, so that a dossier may be in time with a step that was late.
 */
export function drawSteps(random: Random, work: Work, agencies: number, others: readonly string[]): Step[] {
  const { unit, officer, start, deadline, ready } = work;
  const own = { unit, officer };
  if (agencies === 0 || others.length === 0) return [{ ...own, due: deadline, ended: ready }];
  const parts = agencies + 2;
  const allowed = workingMinutesBetween(start, deadline, DEFAULT_OFFICE);
  const taken = workingMinutesBetween(start, ready, DEFAULT_OFFICE);
  return Array.from({ length: parts }, (_, i): Step => {
    const who = i === 0 || i === parts - 1 ? own : { unit: oneOf(random, others), officer: null };
    if (i === parts - 1) return { ...who, due: deadline, ended: ready };
    const cut = i + 0.5 + random();
    const due = after(start, Math.floor((allowed * (i + 1)) / parts));
    const ended = after(start, Math.floor((taken * cut) / parts));
    return { ...who, due, ended: ended < ready ? ended : ready };
  });
}
