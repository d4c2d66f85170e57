import { calendarDay } from '#rules/calendar/calendar.ts';
import { addDays, dateOf } from '#rules/calendar/date.ts';
import { isWorkingDay, type Office, sessionsOn, workingMinutesBetween } from '#rules/calendar/working-time.ts';
import type { Dossier } from '#rules/dossier.ts';
import { pausedMinutes } from '#rules/due.ts';
import type { Certainty, IsoDate, LocalTime } from '#rules/law.ts';

/** One day between receipt and the due date, and why it counts or not. */
export interface DueDay {
  readonly date: IsoDate;
  /** Which working day of the limit it is; `null` = it does not count, or the limit runs by the hour. */
  readonly n: number | null;
  /** Minutes of the limit that ran on it; `null` = the limit runs by the day. */
  readonly minutes: number | null;
  readonly because: string;
  /** How sure the notice is that makes the day off or worked; `null` = an ordinary day. */
  readonly certainty: Certainty | null;
}

/** What the rows are counted for. `start`: receipt, or the moment from which the limit started again. */
export interface Counted {
  readonly dossier: Dossier;
  readonly received: LocalTime;
  readonly start: LocalTime;
  readonly due: LocalTime;
  /** Whole working days; `null` = the limit runs by the hour. */
  readonly days: number | null;
}

/** Minutes of the limit that ran on `date`, without those the clock stood still. */
function minutesOn(date: IsoDate, { dossier, start, due }: Counted, office: Office): number {
  const [midnight, next] = [`${date}T00:00`, `${addDays(date, 1)}T00:00`];
  const from = midnight > start ? midnight : start;
  const to = next < due ? next : due;
  if (to <= from) return 0;
  const stood = pausedMinutes(dossier, to, office) - pausedMinutes(dossier, from, office);
  return workingMinutesBetween(from, to, office) - stood;
}

function reasonOf(date: IsoDate, n: number | null, { received, start, days }: Counted, office: Office): string {
  const first = dateOf(start);
  if (days !== null && date === dateOf(received) && (days > 0 || !isWorkingDay(date, office)))
    return 'Ngày nhận, không tính.';
  if (date < first) return 'Trước khi bổ sung xong: thời hạn tính lại từ đầu.';
  if (days !== null && date === first) return days > 0 ? 'Ngày bổ sung xong, không tính.' : 'Trả trong ngày này.';
  const row = calendarDay(office.calendar, date);
  const worked = row?.kind === 'extraWorkday' ? ` ${row.name} (${row.notice}).` : '';
  if (n !== null) return `Ngày làm việc thứ ${n}.${worked}`;
  if (isWorkingDay(date, office)) {
    if (days === null) return `Ngày làm việc.${worked}`;
    return (days > 0 ? 'Thêm để bù thời gian chờ.' : 'Ngày làm việc kế tiếp.') + worked;
  }
  if (row) return `Nghỉ: ${row.name} (${row.notice}).`;
  if (sessionsOn(date, office).length === 0) return 'Ngày nghỉ hằng tuần.';
  return days === null ? 'Mở cửa: giờ làm việc có tính.' : 'Mở cửa nhưng không tính là ngày của hạn.';
}

/** Every day from receipt to the due date. @throws NotInForce where the calendar does not reach. */
export function dueDays(counted: Counted, office: Office): DueDay[] {
  const rows: DueDay[] = [];
  let count = 0;
  for (let date = dateOf(counted.received); date <= dateOf(counted.due); date = addDays(date, 1)) {
    const runs = counted.days !== null && date > dateOf(counted.start) && isWorkingDay(date, office);
    const n = runs && count < (counted.days ?? 0) ? count + 1 : null;
    count = n ?? count;
    rows.push({
      date,
      n,
      minutes: counted.days === null ? minutesOn(date, counted, office) : null,
      because: reasonOf(date, n, counted, office),
      // A day whose own row is not the reason needs no mark.
      certainty: date < dateOf(counted.start) ? null : (calendarDay(office.calendar, date)?.certainty ?? null),
    });
  }
  return rows;
}
