import { dateOf } from '#rules/calendar/date.ts';
import type { OutsideCalendar } from '#rules/calendar/outside-calendar.ts';
import { formatDate } from '#rules/format.ts';
import type { LocalTime } from '#rules/law.ts';
import { WrongCall } from './command.ts';
import type { DueInput } from './due-input.ts';

/** Says which argument leads out of the calendar: the day of receipt, a pause, or the limit itself. */
export function outsideInput({ beyond }: OutsideCalendar, { received, limit, office, pauses }: DueInput): WrongCall {
  const { from, to } = office.calendar.covered;
  const outside = (time: LocalTime | null) => time !== null && (dateOf(time) < from || dateOf(time) >= to);
  if (outside(received)) return new WrongCall(`LÚC_NHẬN: ngày ${formatDate(received)} ${beyond}`);
  const paused = pauses.map((pause) => pause.to).find(outside);
  if (paused) return new WrongCall(`--paused: ngày ${formatDate(paused)} ${beyond}`);
  return new WrongCall(`${'days' in limit ? 'SỐ_NGÀY' : '--hours'}: hạn ${beyond}`);
}
