import { dateOf } from './calendar/date.ts';
import { minutesOfDays, type Office, workingMinutesBetween } from './calendar/working-time.ts';
import type { Choices } from './choices.ts';
import { compareTimes } from './compare-times.ts';
import { type Dossier, type End, endOf, type Pause, pausedFor } from './dossier.ts';
import { type Due, deadlineOf } from './due.ts';
import { type LocalTime, NotInForce } from './law.ts';

/** `early`, `onTime`, `overdue` of a finished dossier compare its end; of a running one `onTime`, `dueSoon`, `overdue` compare now. */
export type PunctualityStatus = 'early' | 'onTime' | 'dueSoon' | 'overdue' | 'paused' | 'unknown';

/** Where a dossier stands, without words: what a count over many dossiers needs. */
export interface Standing {
  readonly status: PunctualityStatus;
  readonly finished: boolean;
  readonly end: End | null;
  readonly due: Due | null;
  /** Office time between the deadline and the end (or now), never negative; the status tells which way. `null` = not known. */
  readonly minutes: number | null;
  /** The deadline is today and the dossier is not finished. */
  readonly dueToday: boolean;
  readonly pausedFor: Pause['kind'] | null;
  /** The faulty date, or the day the calendar does not reach; the status is then `unknown`. */
  readonly fault: NotInForce | RangeError | null;
}

/** How many working days ahead a running dossier counts as due soon, unless the reader sets another. */
export const DUE_SOON_DAYS = 2;

const between = (from: LocalTime, to: LocalTime, office: Office) =>
  Math.max(0, workingMinutesBetween(from, to, office));

/** An end against its deadline. */
function ofEnded(
  at: LocalTime,
  due: LocalTime,
  office: Office,
  choices: Choices,
): Pick<Standing, 'status' | 'minutes'> {
  const status = compareTimes(at, due, choices.granularity, office);
  if (status === 'onTime') return { status, minutes: 0 };
  return { status, minutes: status === 'early' ? between(at, due, office) : between(due, at, office) };
}

/** Now against the deadline of a dossier that still runs, or stands still. */
function ofRunning(
  dossier: Dossier,
  due: LocalTime,
  now: LocalTime,
  office: Office,
  choices: Choices,
  dueSoonDays: number,
): Pick<Standing, 'status' | 'minutes'> {
  // The clock stands still from the pause on: lateness reached before it stays, and grows no further.
  const stopped = dossier.pauses.find((pause) => pause.to === null)?.from;
  const at = stopped && stopped < now ? stopped : now;
  const late = compareTimes(at, due, choices.granularity, office) === 'overdue';
  if (pausedFor(dossier) && !(stopped && late)) return { status: 'paused', minutes: null };
  if (late) return { status: 'overdue', minutes: between(due, at, office) };
  const left = between(now, due, office);
  return { status: left <= minutesOfDays(dueSoonDays, office.hours) ? 'dueSoon' : 'onTime', minutes: left };
}

/**
 * Where a dossier stands at `now` against its deadline, in working time of its office. Unknown stays unknown: no date, no status.
 * @param now `2026-11-26T10:00`; ignored once the dossier is finished.
 */
export function standing(
  dossier: Dossier,
  now: LocalTime,
  office: Office,
  choices: Choices,
  dueSoonDays = DUE_SOON_DAYS,
): Standing {
  const end = endOf(dossier);
  const paused = end ? null : pausedFor(dossier);
  const result = (
    { status, minutes }: Pick<Standing, 'status' | 'minutes'>,
    due: Due | null,
    fault: Standing['fault'] = null,
  ): Standing => ({
    status,
    finished: end !== null,
    end,
    due,
    minutes,
    dueToday: !end && due !== null && dateOf(due.at) === dateOf(now),
    pausedFor: paused,
    fault,
  });
  try {
    const due = deadlineOf(dossier, office, choices);
    if (end && !end.at) return result({ status: 'unknown', minutes: null }, due);
    if (!due) return result({ status: paused ? 'paused' : 'unknown', minutes: null }, null);
    if (end?.at) return result(ofEnded(end.at, due.at, office, choices), due);
    return result(ofRunning(dossier, due.at, now, office, choices, dueSoonDays), due);
  } catch (error) {
    if (!(error instanceof NotInForce || error instanceof RangeError)) throw error;
    return result({ status: 'unknown', minutes: null }, null, error);
  }
}
