import { dateOf } from '#rules/calendar/date.ts';
import { addWorkingDays, closingOf, DEFAULT_OFFICE } from '#rules/calendar/working-time.ts';
import type { Dossier } from '#rules/dossier.ts';
import type { IsoDate, LocalTime } from '#rules/law.ts';
import type { Habits } from './habits.ts';
import { momentOn, servedMoment, workingDaysBefore } from './office-moment.ts';
import { between, chance, pick, type Random } from './random.ts';

const later = (day: IsoDate, n: number) => addWorkingDays(day, n, DEFAULT_OFFICE);

/** Some moment of `day` after `start` and not after `last`; the very end of the day when no minute is left. */
function workDone(random: Random, day: IsoDate, start: LocalTime, last: LocalTime | null = null): LocalTime {
  return momentOn(random, day, start, last) ?? last ?? closingOf(day, DEFAULT_OFFICE) ?? `${day}T17:00`;
}

/**
 * When processing ends, as early or late as the habits say.
 * @param start work can begin: receipt, or the end of the last pause; before `deadline`.
 */
export function drawReady(
  random: Random,
  habits: Habits,
  limitDays: number,
  start: LocalTime,
  deadline: LocalTime,
): LocalTime {
  const { early, onTime } = habits;
  const speed = pick(random, { early, onTime, late: Math.max(0, 100 - early - onTime) });
  const last = dateOf(deadline);
  if (speed === 'late')
    return servedMoment(random, later(last, chance(random, 85) ? between(random, 1, 5) : between(random, 6, 20)));
  if (speed === 'onTime') return workDone(random, last, start, deadline);
  const wanted = workingDaysBefore(last, between(random, 1, Math.max(1, Math.floor(limitDays / 2))));
  const day = wanted < dateOf(start) ? dateOf(start) : wanted;
  return workDone(random, day, start, day === last ? deadline : null);
}

/** When the result is handed over: an online one at once, by post some days later, at the counter when its owner comes. */
export function drawReturned(random: Random, channel: Dossier['channel'], ready: LocalTime): LocalTime {
  const days =
    channel === 'online'
      ? 0
      : channel === 'post'
        ? between(random, 1, 3)
        : chance(random, 92)
          ? between(random, 0, 2)
          : between(random, 5, 20);
  return servedMoment(random, later(dateOf(ready), days), ready);
}
