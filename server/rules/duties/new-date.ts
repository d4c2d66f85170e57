import { dateOf } from '../calendar/date.ts';
import { type Office, sessionsOn } from '../calendar/working-time.ts';
import type { Dossier } from '../dossier.ts';
import { formatDate, formatDateTime } from '../format.ts';
import { citationText, inForce, type LocalTime, NotInForce } from '../law.ts';
import { LATENESS } from '../workflow.ts';

const faultOfDay = (at: LocalTime, office: Office): string | null => {
  try {
    if (sessionsOn(dateOf(at), office).length > 0) return null;
    return `Ngày ${formatDate(at)} cơ quan không làm việc. Chọn một ngày làm việc.`;
  } catch (error) {
    if (!(error instanceof NotInForce || error instanceof RangeError)) throw error;
    return 'Chưa có lịch nghỉ của ngày này nên không biết có phải ngày làm việc. Chọn một ngày gần hơn.';
  }
};

/**
 * Why `at` may not be set as a new date because there was one already, or `null`. A date the back office shows as new already is the
 * same one told again. Of a list that shows no new dates nothing is refused.
 * @throws NotInForce before NĐ 61/2018/NĐ-CP.
 */
export function reappointmentRefused({ reappointed }: Dossier, at: LocalTime | null, now: LocalTime): string | null {
  const { value, cite } = inForce('Quy định hẹn lại không quá một lần', LATENESS, dateOf(now));
  if ((reappointed?.length ?? 0) < value.reappointments || (at && reappointed?.includes(at))) return null;
  const times = value.reappointments === 1 ? 'một lần' : `${value.reappointments} lần`;
  return `Hồ sơ đã hẹn lại ${times}. Quy định không cho hẹn lại lần thứ hai (${citationText(cite)}).`;
}

/**
 * Why `at` cannot be the new date of a letter of apology, as a Vietnamese sentence, or `null` when it can: a working day of the office,
 * later than now and later than the date it replaces.
 * @param at `2026-12-01T17:00`
 */
export function newDateFault(at: LocalTime, { promised }: Dossier, now: LocalTime, office: Office): string | null {
  if (at <= now) return 'Ngày hẹn mới phải sau lúc này. Chọn lại ngày.';
  if (promised && at <= promised)
    return `Ngày hẹn mới phải sau ngày hẹn trả ${formatDateTime(promised)}. Chọn lại ngày.`;
  return faultOfDay(at, office);
}
