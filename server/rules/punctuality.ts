import { dateOf } from './calendar/date.ts';
import { dayMinutes } from './calendar/office-hours.ts';
import { minutesOfDays, type Office, sessionOf, workingMinutesBetween } from './calendar/working-time.ts';
import { type Choices, choiceLabel } from './choices.ts';
import { type Dossier, endOf, pausedFor } from './dossier.ts';
import { type Due, deadlineOf } from './due.ts';
import type { Evidence } from './finding.ts';
import { formatDateTime } from './format.ts';
import { type LocalTime, NotInForce } from './law.ts';

/** `early`, `onTime`, `overdue` of a finished dossier compare its end; of a running one `onTime`, `dueSoon`, `overdue` compare now. */
export type PunctualityStatus = 'early' | 'onTime' | 'dueSoon' | 'overdue' | 'paused' | 'unknown';

export interface Punctuality {
  readonly status: PunctualityStatus;
  readonly finished: boolean;
  readonly due: Due | null;
  /** Office time between the deadline and the end (or now), never negative; the status tells which way. `null` = not known. */
  readonly minutes: number | null;
  /** Minutes in one working day of this office, to print `minutes`. */
  readonly dayMinutes: number;
  /** The deadline is today and the dossier is not finished. */
  readonly dueToday: boolean;
  readonly pausedFor: 'supplement' | 'payment' | null;
  readonly granularity: Choices['granularity'];
  /** Why, in one sentence; for `unknown` it names what is missing. */
  readonly because: string;
  readonly evidence: readonly Evidence[];
}

/** How many working days ahead a running dossier counts as due soon, unless the reader sets another. */
export const DUE_SOON_DAYS = 2;

/**
 * Whether `at` is early, on time or late for `deadline` at the chosen granularity: whole days; half-days (early before the session of
 * the deadline begins, late after the deadline); or minutes.
 */
export function compareTimes(
  at: LocalTime,
  deadline: LocalTime,
  granularity: Choices['granularity'],
  office: Office,
): 'early' | 'onTime' | 'overdue' {
  if (granularity === 'day') {
    const [day, last] = [dateOf(at), dateOf(deadline)];
    return day < last ? 'early' : day === last ? 'onTime' : 'overdue';
  }
  if (at > deadline) return 'overdue';
  const begin = granularity === 'halfDay' ? (sessionOf(deadline, office)?.from ?? deadline) : deadline;
  return at < begin ? 'early' : 'onTime';
}

function evidenceOf(dossier: Dossier, due: Due | null, now: LocalTime, choices: Choices): Evidence[] {
  const end = endOf(dossier);
  const rows: [string, LocalTime | null | undefined][] = [
    ['Tiếp nhận', dossier.received],
    ['Hẹn trả', dossier.promised],
    ['Hạn tính lại', due && due.at !== dossier.promised ? due.at : null],
    [end?.by === 'returned' ? 'Đã trả kết quả' : 'Có kết quả', end?.at],
    ['Thời điểm xem', end ? null : now],
  ];
  const shown = rows.flatMap(([label, time]) => (time ? [{ label, value: formatDateTime(time) }] : []));
  return [...shown, { label: 'So sánh', value: choiceLabel('granularity', choices.granularity) }];
}

/**
 * Where a dossier stands at `now` against its deadline, in working time of its office. Unknown stays unknown: no date, no status.
 * @param now `2026-11-26T10:00`; ignored once the dossier is finished.
 */
export function punctuality(
  dossier: Dossier,
  now: LocalTime,
  office: Office,
  choices: Choices,
  dueSoonDays = DUE_SOON_DAYS,
): Punctuality {
  const { granularity } = choices;
  const end = endOf(dossier);
  const paused = end ? null : pausedFor(dossier);
  const result = (
    status: PunctualityStatus,
    because: string,
    due: Due | null,
    minutes: number | null,
  ): Punctuality => ({
    status,
    finished: end !== null,
    due,
    minutes,
    dayMinutes: dayMinutes(office.hours),
    dueToday: !end && due !== null && dateOf(due.at) === dateOf(now),
    pausedFor: paused,
    granularity,
    because,
    evidence: evidenceOf(dossier, due, now, choices),
  });
  const between = (from: LocalTime, to: LocalTime) => Math.max(0, workingMinutesBetween(from, to, office));

  try {
    const due = deadlineOf(dossier, office, choices);
    if (end && !end.at)
      return result('unknown', 'Hồ sơ đã kết thúc nhưng dữ liệu không có ngày có kết quả hoặc ngày trả.', due, null);
    if (!due && paused) return result('paused', 'Hồ sơ đang tạm dừng, thời hạn chưa chạy tiếp.', null, null);
    if (!due)
      return result(
        'unknown',
        choices.compareWith === 'promised'
          ? 'Dữ liệu không có ngày hẹn trả.'
          : 'Dữ liệu không có ngày nhận hoặc thời hạn.',
        null,
        null,
      );
    if (end?.at) {
      const status = compareTimes(end.at, due.at, granularity, office);
      const minutes = status === 'onTime' ? 0 : status === 'early' ? between(end.at, due.at) : between(due.at, end.at);
      const done = end.by === 'returned' ? 'Đã trả' : 'Có kết quả';
      return result(status, `${done} ${formatDateTime(end.at)}, hạn ${formatDateTime(due.at)}.`, due, minutes);
    }
    // The clock stands still from the pause on: lateness reached before it stays, and grows no further.
    const stopped = paused && dossier.pauses.find((pause) => pause.to === null)?.from;
    const at = stopped && stopped < now ? stopped : now;
    const late = compareTimes(at, due.at, granularity, office) === 'overdue';
    if (paused && !(stopped && late))
      return result('paused', 'Hồ sơ đang tạm dừng, thời hạn chưa chạy tiếp.', due, null);
    if (late)
      return result('overdue', `Hạn ${formatDateTime(due.at)} đã qua, chưa có kết quả.`, due, between(due.at, at));
    const left = between(now, due.at);
    const soon = left <= minutesOfDays(dueSoonDays, office.hours);
    return result(soon ? 'dueSoon' : 'onTime', `Hạn ${formatDateTime(due.at)}, chưa có kết quả.`, due, left);
  } catch (error) {
    if (!(error instanceof NotInForce || error instanceof RangeError)) throw error;
    return result('unknown', error.message, null, null);
  }
}
