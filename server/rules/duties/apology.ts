import { addDays, dateOf, localTime, minuteOf } from '../calendar/date.ts';
import { closingOf, isWorkingDay, type Office } from '../calendar/working-time.ts';
import type { Choices } from '../choices.ts';
import { compareTimes } from '../compare-times.ts';
import { type Dossier, endOf, pausedFor } from '../dossier.ts';
import { deadlineOf } from '../due.ts';
import { formatDate, formatDateTime, formatMoment } from '../format.ts';
import { type Citation, type IsoDate, inForce, type LocalTime, NotInForce } from '../law.ts';
import { LATENESS } from '../workflow.ts';

/**
 * `notYet` there is still time · `dueToday` last working day on which an apology is in time · `late` that day has passed and none was
 * sent · `done`, `doneLate` sent · `reappointed` a new date is on record, the letter's day is not · `notOwed` finished or paused ·
 * `unknown` no promised date.
 */
export type ApologyState = 'notYet' | 'dueToday' | 'late' | 'done' | 'doneLate' | 'reappointed' | 'notOwed' | 'unknown';

export interface Apology {
  /** Certain: the promised time has passed, nothing is finished and no letter was sent. */
  readonly owed: boolean;
  readonly state: ApologyState;
  /** Last working moment at which a letter is in time; `null` when there is no promised date. */
  readonly deadline: LocalTime | null;
  /** The article in force on the day the duty falls; `null` when there is no promised date. */
  readonly cite: Citation | null;
  readonly because: string;
}

/** The last working day not after `day`. */
function workingDayUpTo(day: IsoDate, office: Office): IsoDate {
  let date = day;
  while (!isWorkingDay(date, office)) date = addDays(date, -1);
  return date;
}

function unknown(because: string): Apology {
  return { owed: false, state: 'unknown', deadline: null, cite: null, because };
}

function apologyBefore(
  dossier: Dossier,
  due: LocalTime,
  now: LocalTime,
  office: Office,
  choices: Choices,
  sent: LocalTime | null,
): Apology {
  // The article is that of the day on which the letter must go out.
  const { value, cite } = inForce('Quy định xin lỗi và hẹn lại', LATENESS, addDays(dateOf(due), -1));
  const lastDay = addDays(dateOf(due), -value.daysBefore);
  const workingDay = workingDayUpTo(lastDay, office);
  const deadline = closingOf(workingDay, office) ?? localTime(workingDay, minuteOf(due));
  const answer = (state: ApologyState, because: string, owed = false): Apology => ({
    owed,
    state,
    deadline,
    cite,
    because,
  });
  const last = formatDateTime(deadline);

  if (sent && dateOf(sent) <= lastDay) return answer('done', `Đã xin lỗi ${formatMoment(sent)}, trước hạn.`);
  if (sent) return answer('doneLate', `Đã xin lỗi ${formatMoment(sent)}, sau thời điểm phải gửi (${last}).`);
  if (endOf(dossier)) return answer('notOwed', 'Hồ sơ đã kết thúc.');
  if (pausedFor(dossier)) return answer('notOwed', 'Hồ sơ đang tạm dừng.');
  const again = dossier.reappointed?.at(-1);
  if (again) return answer('reappointed', `Đã hẹn lại ${formatMoment(again)}; chưa thấy ngày gửi văn bản xin lỗi.`);
  if (dateOf(now) < workingDay) return answer('notYet', `Nếu không kịp trả, gửi xin lỗi trước ${last}.`);
  if (now <= deadline) return answer('dueToday', `Nếu không kịp trả, hạn gửi xin lỗi là ${last}.`);
  // The office has closed, but the decree counts days: what goes out before this one ends is in time.
  if (dateOf(now) <= lastDay)
    return answer(
      'dueToday',
      `Nếu không kịp trả, gửi xin lỗi ngay: giờ làm việc cuối để gửi (${last}) đã qua, sau ngày ${formatDate(lastDay)} là muộn.`,
    );
  return answer(
    'late',
    `Đã quá thời điểm phải gửi (${last}). Gửi ngay vẫn tốt hơn không gửi; hệ thống ghi là gửi muộn.`,
    compareTimes(now, due, choices.granularity, office) === 'overdue',
  );
}

/**
 * Whether a letter of apology with a new date is owed: it must be sent at least one day before the promised date, moved by finished
 * pauses (NĐ 61/2018 Đ19(9) until 30/6/2025, NĐ 118/2025 Đ19(6) from 01/7/2025).
 * @param sent when the letter was sent, `null` when none is on record.
 * @returns `unknown` without a promised date that exists, before 21/6/2018 and where the calendar does not reach.
 */
export function apologyOwed(
  dossier: Dossier,
  now: LocalTime,
  office: Office,
  choices: Choices,
  sent: LocalTime | null = null,
): Apology {
  try {
    const due = deadlineOf(dossier, office, { ...choices, compareWith: 'promised' });
    return due ? apologyBefore(dossier, due.at, now, office, choices, sent) : unknown('Dữ liệu không có ngày hẹn trả.');
  } catch (error) {
    if (!(error instanceof NotInForce || error instanceof RangeError)) throw error;
    return unknown(error.message);
  }
}
