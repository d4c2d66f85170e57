import type { Acts } from '#rules/acts.ts';
import { addDays, dateOf, localTime, minuteOf } from '#rules/calendar/date.ts';
import { addWorkingDays, addWorkingTime, DEFAULT_OFFICE } from '#rules/calendar/working-time.ts';
import type { Dossier } from '#rules/dossier.ts';
import type { LocalTime } from '#rules/law.ts';
import { servedMoment } from './office-moment.ts';
import { between, chance, type Random } from './random.ts';

/** A minute before `time` on its own day or on the one before, at any hour: people file from home. */
function homeMoment(random: Random, time: LocalTime): LocalTime {
  const day = dateOf(time);
  return chance(random, 50)
    ? localTime(day, between(random, 0, minuteOf(time)))
    : localTime(addDays(day, -1), between(random, 0, 1439));
}

function onlineActs(random: Random, received: LocalTime): Acts {
  const submitted = homeMoment(random, received);
  return { submitted, alerted: submitted, answered: received };
}

/** Filed at another unit's counter: it is sent on, and the clock waits for the agency that is competent. */
function elsewhereActs(random: Random, received: LocalTime): Acts {
  return {
    competentReceived: addWorkingTime(received, between(random, 5, 240), DEFAULT_OFFICE),
    forwarded: addWorkingTime(received, between(random, 60, 960), DEFAULT_OFFICE),
  };
}

/** What comes in late in the day is handed over the next morning; now and then it lies for another day. */
function handOver(random: Random, received: LocalTime): LocalTime {
  const wait = (minuteOf(received) >= 15 * 60 ? 1 : 0) + (chance(random, 6) ? 1 : 0);
  return wait === 0
    ? servedMoment(random, dateOf(received), received)
    : servedMoment(random, addWorkingDays(dateOf(received), wait, DEFAULT_OFFICE));
}

/**
 * What the office did about a dossier, over its whole life.
 * @param elsewhere it was filed at another unit's counter. @param apologies letters of apology, in order.
 */
export function drawActs(
  random: Random,
  dossier: Dossier,
  received: LocalTime,
  elsewhere: boolean,
  apologies: readonly LocalTime[],
): Acts {
  const { channel, pauses, returned } = dossier;
  const found = returned && chance(random, 0.3) ? later(random, returned) : null;
  return {
    ...(channel === 'online' && onlineActs(random, received)),
    ...(elsewhere && elsewhereActs(random, received)),
    supplementNotices: pauses.flatMap(({ kind, from }) => (kind === 'supplement' ? [from] : [])),
    handedOver: handOver(random, received),
    apologies,
    ...(found && { errorFound: found, corrected: later(random, found) }),
  };
}

/** Some moment one to four working days after `time`. */
function later(random: Random, time: LocalTime): LocalTime {
  return servedMoment(random, addWorkingDays(dateOf(time), between(random, 1, 4), DEFAULT_OFFICE));
}
