import { dateOf, momentNumber } from './calendar/date.ts';
import { minutesOfDays, type Office, workingMinutesBetween } from './calendar/working-time.ts';
import { certainlyEarlier } from './certainly-earlier.ts';
import type { Choices } from './choices.ts';
import { compareTimes, hangsOnGranularity } from './compare-times.ts';
import { type Dossier, type End, endOf, type Pause, pausedFor, type Step } from './dossier.ts';
import { type Due, deadlineOf } from './due.ts';
import { formatDateTime } from './format.ts';
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
  /** Compared at another granularity the status could be another (choice `granularity`). */
  readonly byGranularity: boolean;
  /** The deadline is today and the dossier is not finished. */
  readonly dueToday: boolean;
  readonly pausedFor: Pause['kind'] | null;
  /** The faulty date, an end before receipt, or the day the calendar does not reach; the status is then `unknown`. */
  readonly fault: NotInForce | RangeError | null;
}

/** Where one agency's step stands against its own limit. */
export type StepStanding = Pick<Standing, 'status' | 'finished' | 'minutes' | 'byGranularity' | 'fault'>;

/** How many working days ahead a running dossier counts as due soon, unless the reader sets another. */
export const DUE_SOON_DAYS = 2;

const between = (from: LocalTime, to: LocalTime, office: Office) =>
  Math.max(0, workingMinutesBetween(from, to, office));

type Verdict = Pick<Standing, 'status' | 'minutes' | 'byGranularity'>;

const UNKNOWN: Verdict = { status: 'unknown', minutes: null, byGranularity: false };
const PAUSED: Verdict = { status: 'paused', minutes: null, byGranularity: false };

/** An end against its deadline. @throws RangeError when one of them does not exist. */
function ended(at: LocalTime, due: LocalTime, office: Office, choices: Choices): Verdict {
  momentNumber(at);
  momentNumber(due);
  const status = compareTimes(at, due, choices.granularity, office);
  const byGranularity = hangsOnGranularity(at, due);
  if (status === 'onTime') return { status, minutes: 0, byGranularity };
  return { status, minutes: status === 'early' ? between(at, due, office) : between(due, at, office), byGranularity };
}

/** A moment before the end against the deadline: late, or so much time left. */
function running(at: LocalTime, due: LocalTime, office: Office, choices: Choices, dueSoonDays: number): Verdict {
  const byGranularity = hangsOnGranularity(at, due);
  if (compareTimes(at, due, choices.granularity, office) === 'overdue')
    return { status: 'overdue', minutes: between(due, at, office), byGranularity };
  const left = between(at, due, office);
  const status = left <= minutesOfDays(dueSoonDays, office.hours) ? 'dueSoon' : 'onTime';
  return { status, minutes: left, byGranularity };
}

/** The clock stands still from the pause on: lateness reached before it stays, and grows no further. */
function pausedVerdict(dossier: Dossier, due: LocalTime, now: LocalTime, office: Office, choices: Choices): Verdict {
  const stopped = dossier.pauses.find((pause) => pause.to === null)?.from;
  const at = stopped && stopped < now ? stopped : now;
  const late = stopped !== undefined && compareTimes(at, due, choices.granularity, office) === 'overdue';
  if (!late) return PAUSED;
  return { status: 'overdue', minutes: between(due, at, office), byGranularity: hangsOnGranularity(at, due) };
}

/** What `judge` says, or the fault that left it unknown: one faulty date never stops a count over many dossiers. */
function faultless<T>(judge: () => T, unknown: (fault: NotInForce | RangeError) => T): T {
  try {
    return judge();
  } catch (error) {
    if (!(error instanceof NotInForce || error instanceof RangeError)) throw error;
    return unknown(error);
  }
}

function verdictOn(
  dossier: Dossier,
  end: End | null,
  due: Due | null,
  now: LocalTime,
  office: Office,
  choices: Choices,
  dueSoonDays: number,
): Verdict {
  if (end) return end.at && due ? ended(end.at, due.at, office, choices) : UNKNOWN;
  if (pausedFor(dossier)) return due ? pausedVerdict(dossier, due.at, now, office, choices) : PAUSED;
  return due ? running(now, due.at, office, choices, dueSoonDays) : UNKNOWN;
}

/** Dates that cannot be: an end certainly before receipt. Whether it was in time cannot be told. */
function endBeforeReceipt({ received }: Dossier, end: End | null, office: Office): RangeError | null {
  if (!received || !end?.at || !certainlyEarlier(end.at, received, office)) return null;
  return new RangeError(
    `Kết thúc ${formatDateTime(end.at)}, trước khi tiếp nhận ${formatDateTime(received)}: không biết có kịp hạn không.`,
  );
}

function standingOf(
  dossier: Dossier,
  end: End | null,
  due: Due | null,
  verdict: Verdict,
  now: LocalTime,
  fault: Standing['fault'],
): Standing {
  // Written out: spreading the verdict cost more than all the rest over a million dossiers.
  const { status, minutes, byGranularity } = verdict;
  return {
    status,
    minutes,
    byGranularity,
    finished: end !== null,
    end,
    due,
    dueToday: !end && due !== null && dateOf(due.at) === dateOf(now),
    pausedFor: end ? null : pausedFor(dossier),
    fault,
  };
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
  return faultless(
    () => {
      const due = deadlineOf(dossier, office, choices);
      const fault = endBeforeReceipt(dossier, end, office);
      const verdict = fault ? UNKNOWN : verdictOn(dossier, end, due, now, office, choices, dueSoonDays);
      return standingOf(dossier, end, due, verdict, now, fault);
    },
    (fault) => standingOf(dossier, end, null, UNKNOWN, now, fault),
  );
}

/** Where one agency's step stands against its own limit (`Step.due`). A step without a limit is unknown. */
export function stepStanding(
  step: Step,
  now: LocalTime,
  office: Office,
  choices: Choices,
  dueSoonDays = DUE_SOON_DAYS,
): StepStanding {
  const finished = step.ended !== null;
  return faultless<StepStanding>(
    () => {
      if (!step.due) return { ...UNKNOWN, finished, fault: null };
      const verdict = step.ended
        ? ended(step.ended, step.due, office, choices)
        : running(now, step.due, office, choices, dueSoonDays);
      return { ...verdict, finished, fault: null };
    },
    (fault) => ({ ...UNKNOWN, finished, fault }),
  );
}
