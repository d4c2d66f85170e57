import { addDays, dateOf, momentNumber, weekdayOf } from '#rules/calendar/date.ts';
import { utcOf } from '#rules/checks/local-minute.ts';
import type { LocalTime } from '#rules/law.ts';
import { between, chance, pick, type Random } from './random.ts';

/** When an officer confirmed a score, and how long it was looked at. */
export interface Confirmation {
  /** Milliseconds since 1970; dossiers of one click share it. */
  readonly at: number;
  /** Seconds in sight, by dossier of the list. */
  readonly looked: number;
}

type Habit = 'single' | 'day' | 'week' | 'month';

/** How one officer confirms: one by one, or the list of a day, a week or a month after looking at it. All invented. */
export interface Confirming {
  readonly habit: Habit;
  readonly looked: number;
}

const FRIDAY = 5;
const WEEK = 7;
/** Scores given before the result stands in the software: it is typed in late. */
const TYPED_LATE = 2;

export function drawConfirming(random: Random): Confirming {
  const habit = pick(random, { single: 40, day: 35, week: 20, month: 5 });
  return { habit, looked: between(random, 6, habit === 'single' ? 120 : 45) };
}

/** The click a list is confirmed with that `ready` is on. */
function clickAfter(habit: Exclude<Habit, 'single'>, ready: LocalTime): LocalTime {
  const day = dateOf(ready);
  if (habit === 'day') return `${ready > `${day}T16:40` ? addDays(day, 1) : day}T16:45`;
  if (habit === 'week') {
    const left = (FRIDAY - weekdayOf(day) + WEEK) % WEEK;
    return `${addDays(day, left)}T17:10`;
  }
  return `${addDays(`${day.slice(0, 7)}-01`, 31).slice(0, 7)}-03T09:20`;
}

/** When the score of a dossier with a result at `ready` is confirmed. */
export function drawConfirmation(random: Random, { habit, looked }: Confirming, ready: LocalTime): Confirmation {
  const result = utcOf(momentNumber(ready));
  if (chance(random, TYPED_LATE)) return { at: result - between(random, 5, 120) * 60_000, looked };
  if (habit !== 'single') return { at: utcOf(momentNumber(clickAfter(habit, ready))), looked };
  return { at: result + between(random, 60, 86_400) * 1000, looked };
}
