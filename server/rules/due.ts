import { doubtsBetween } from './calendar/calendar.ts';
import { dateOf, localTime, minuteOf, momentNumber } from './calendar/date.ts';
import {
  addWorkingDays,
  addWorkingTime,
  closingOf,
  minutesOfDays,
  type Office,
  workingDaysBetween,
  workingMinutesBetween,
} from './calendar/working-time.ts';
import type { Choices } from './choices.ts';
import type { Dossier, Pause } from './dossier.ts';
import { type Citation, inForce, type LocalTime } from './law.ts';
import { pausesSince } from './pauses-since.ts';
import { CLOCK_RESTARTS, LAST_DAY_ENDS } from './workflow.ts';

type Closed = Pause & { readonly to: LocalTime };

/** A finished pause that moved the deadline: by the time it took, or by starting the limit again. */
export interface Move extends Closed {
  readonly restarted: boolean;
}

/** The moment a dossier must be finished by, and how it was found; `dueSentence` says it in words. */
export interface Due {
  readonly at: LocalTime;
  readonly basis: Choices['compareWith'];
  /** Version of the calendar it was counted with; store it beside the date. */
  readonly calendar: string;
  /** Why it may move: days it was counted over that are not announced, or rest on a notice nobody saw; a sentence each. */
  readonly unverified: readonly string[];
  /** Pauses that moved it, since the limit last started again. */
  readonly moves: readonly Move[];
  /** What starts the limit again, by the decree of the day of the request; `null` while nothing did. */
  readonly cite: Citation | null;
  /** By what the last day ends at closing time: our reading of a legal limit. `null` = it was promised, or a part of a day runs by the hour. */
  readonly ends: Citation | null;
}

/**
 * Finished pauses in order, cut so that none begins before receipt or overlaps the one before. A supplement inside another pause is kept as its end: it
 * starts the limit again all the same.
 */
function closedPauses({ received, pauses }: Dossier): Closed[] {
  const closed = pausesSince(received, pauses).filter(
    (pause): pause is Closed => pause.to !== null && pause.to > pause.from,
  );
  // Of two that begin together the longer goes first, so that the shorter lies inside it.
  closed.sort((a, b) => (a.from < b.from || (a.from === b.from && a.to > b.to) ? -1 : 1));
  const result: Closed[] = [];
  for (const pause of closed) {
    const before = result.at(-1)?.to ?? '';
    if (pause.to > before) result.push(pause.from < before ? { ...pause, from: before } : pause);
    else if (pause.kind === 'supplement') result.push({ ...pause, from: before, to: before });
  }
  return result;
}

/** Minutes of office time for which the clock stood still up to `until`; an open pause runs until then. */
export function pausedMinutes(dossier: Dossier, until: LocalTime, office: Office): number {
  const ended = { ...dossier, pauses: dossier.pauses.map((pause) => ({ ...pause, to: pause.to ?? until })) };
  return closedPauses(ended)
    .filter((pause) => pause.from < until)
    .reduce((sum, { from, to }) => sum + workingMinutesBetween(from, to < until ? to : until, office), 0);
}

const UNMOVED: readonly Move[] = [];

/**
 * Moves a deadline by the pauses that began before it passed. One that begins later moves nothing: asking for papers after the
 * deadline does not make a late dossier punctual.
 */
function afterPauses(
  dossier: Dossier,
  first: LocalTime,
  startAgain: ((from: LocalTime) => LocalTime) | null,
  office: Office,
  choices: Choices,
): Pick<Due, 'at' | 'moves'> {
  let at = first;
  let moves = UNMOVED;
  for (const pause of closedPauses(dossier)) {
    if (pause.from > at) break;
    if (pause.kind === 'supplement' && choices.clockAfterSupplement === 'restart' && startAgain) {
      at = startAgain(pause.to);
      moves = [{ ...pause, restarted: true }];
    } else {
      at = addWorkingTime(at, workingMinutesBetween(pause.from, pause.to, office), office);
      moves = [...moves, { ...pause, restarted: false }];
    }
  }
  return { at, moves };
}

function due(
  basis: Due['basis'],
  { at, moves }: Pick<Due, 'at' | 'moves'>,
  start: LocalTime,
  { calendar }: Office,
  ends: Due['ends'],
): Due {
  const again = moves[0];
  return {
    at,
    basis,
    calendar: calendar.version,
    unverified: doubtsBetween(calendar, dateOf(start), dateOf(at)),
    moves,
    cite: again?.restarted ? inForce('Thời hạn sau khi bổ sung hồ sơ', CLOCK_RESTARTS, dateOf(again.from)).cite : null,
    ends,
  };
}

/** `limitDays` working days from `from`: the day itself is not counted, the last one ends at closing; part of a day runs by the hour. */
export function limitFrom(from: LocalTime, limitDays: number, office: Office): LocalTime {
  if (!Number.isInteger(limitDays)) return addWorkingTime(from, minutesOfDays(limitDays, office.hours), office);
  const day = addWorkingDays(dateOf(from), limitDays, office);
  return closingOf(day, office) ?? localTime(day, minuteOf(from));
}

/** As long as was promised, again from `from`: whole working days to the same minute, or office time within one day. */
function promisedAgain(from: LocalTime, received: LocalTime, promised: LocalTime, office: Office): LocalTime {
  const days = workingDaysBetween(dateOf(received), dateOf(promised), office);
  return days > 0
    ? localTime(addWorkingDays(dateOf(from), days, office), minuteOf(promised))
    : addWorkingTime(from, Math.max(0, workingMinutesBetween(received, promised, office)), office);
}

// Functions are passed unnamed below: a close asks this of a million dossiers, and naming a function on each call costs more than
// the arithmetic.

/**
 * The legal limit counted again from receipt. `null` when receipt or limit is unknown, or while the clock stands still.
 * @throws NotInForce when the calendar does not cover the days.
 */
export function dueAt(dossier: Dossier, office: Office, choices: Choices): Due | null {
  const { received, limitDays } = dossier;
  if (!received || limitDays === null || dossier.pauses.some((pause) => pause.to === null)) return null;
  const moved = afterPauses(
    dossier,
    limitFrom(received, limitDays, office),
    (from) => limitFrom(from, limitDays, office),
    office,
    choices,
  );
  return due('legal', moved, received, office, Number.isInteger(limitDays) ? LAST_DAY_ENDS : null);
}

/**
 * What punctuality is measured against: the date printed on the receipt, or the legal limit (choice `compareWith`), moved by
 * finished pauses (choice `clockAfterSupplement`). A re-appointment never moves it. `null` = not known.
 * @throws RangeError when the promised moment does not exist; NotInForce where pauses move it out of the calendar.
 */
export function deadlineOf(dossier: Dossier, office: Office, choices: Choices): Due | null {
  if (choices.compareWith === 'legal') return dueAt(dossier, office, choices);
  const { received, promised } = dossier;
  if (!promised) return null;
  momentNumber(promised);
  // Counted only where the clock starts again: a date far away must not spoil a deadline that needs no counting.
  const moved = afterPauses(
    dossier,
    promised,
    received ? (from) => promisedAgain(from, received, promised, office) : null,
    office,
    choices,
  );
  return due('promised', moved, received ?? promised, office, null);
}
