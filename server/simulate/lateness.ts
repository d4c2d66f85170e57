import { dateOf } from '#rules/calendar/date.ts';
import { addWorkingDays, DEFAULT_OFFICE } from '#rules/calendar/working-time.ts';
import type { LocalTime } from '#rules/law.ts';
import type { Habits } from './habits.ts';
import { closingAfter, momentOn, servedMoment, workingDaysBefore } from './office-moment.ts';
import { between, chance, pick, type Random } from './random.ts';

/** A promised date rewritten at `at`. */
export interface DateChange {
  readonly at: LocalTime;
  readonly from: LocalTime;
  readonly to: LocalTime;
}

/** What an office did about a dossier that came late. */
export interface Lateness {
  readonly apologies: readonly LocalTime[];
  /** New dates, and when each was given. */
  readonly reappointed: readonly { readonly at: LocalTime; readonly date: LocalTime }[];
  /** The promised date itself was overwritten after it had passed. */
  readonly moved: DateChange | null;
}

export const PUNCTUAL: Lateness = { apologies: [], reappointed: [], moved: null };

/** @param movable its promised date was not moved by a pause, so that overwriting it hides the lateness. */
export function drawLateness(
  random: Random,
  habits: Habits,
  received: LocalTime,
  deadline: LocalTime,
  ready: LocalTime,
  movable: boolean,
): Lateness {
  const last = dateOf(deadline);
  const next = addWorkingDays(last, 1, DEFAULT_OFFICE);
  if (movable && chance(random, habits.movedDates)) {
    const at = momentOn(random, next, null, ready);
    return at ? { ...PUNCTUAL, moved: { at, from: deadline, to: closingAfter(dateOf(ready), 0) } } : PUNCTUAL;
  }
  const { apologiesInTime: inTime, apologiesLate: late } = habits;
  const kind = pick(random, { inTime, late, none: Math.max(0, 100 - inTime - late) });
  if (kind === 'none') return PUNCTUAL;
  const early = workingDaysBefore(last, between(random, 1, 2));
  const at = kind === 'inTime' && early > dateOf(received) ? servedMoment(random, early) : servedMoment(random, next);
  if (at >= ready) return PUNCTUAL;
  const first = { at, date: closingAfter(dateOf(at > deadline ? at : deadline), between(random, 1, 5)) };
  // A new date that is missed in its turn gets another one now and then, which no rule allows.
  const again = servedMoment(random, dateOf(first.date));
  if (ready <= first.date || !chance(random, 40)) return { apologies: [at], reappointed: [first], moved: null };
  const second = { at: again, date: closingAfter(dateOf(first.date), between(random, 2, 6)) };
  return { apologies: [at, again], reappointed: [first, second], moved: null };
}
