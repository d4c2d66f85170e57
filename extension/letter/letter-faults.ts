import type { Office } from '#rules/calendar/working-time.ts';
import type { Dossier } from '#rules/dossier.ts';
import { newDateFault, reappointmentRefused } from '#rules/duties/new-date.ts';
import type { LocalTime } from '#rules/law.ts';
import { texts } from '../language.ts';

/** The fields an officer fills in, by the id of the field. */
export type LetterField = 'delayed-at' | 'reason' | 'reason-kind' | 'new-date';
export type LetterFaults = Partial<Record<LetterField, string>>;

const SHORTEST_REASON = 10;

const say = texts(
  {
    delayedAt: 'Ghi nơi gây chậm: tên cơ quan, đơn vị hoặc phòng.',
    reason: 'Ghi lý do ít nhất {n} ký tự.',
    kind: 'Chọn loại lý do.',
    newDate: 'Chọn ngày, giờ hẹn mới.',
  },
  {
    delayedAt: 'Write where the delay is: the agency, unit or department.',
    reason: 'Write the reason, at least {n} characters.',
    kind: 'Choose the kind of reason.',
    newDate: 'Choose the new date and time.',
  },
);

/** What keeps a letter from being printed, by field; empty = nothing. Sentences on the new date are those of the rules. */
export function letterFaults(
  typed: {
    readonly delayedAt: string;
    readonly reason: string;
    readonly kind: string;
    readonly newDate: LocalTime | null;
  },
  dossier: Dossier,
  now: LocalTime,
  office: Office,
): LetterFaults {
  const { delayedAt, reason, kind, newDate } = typed;
  const date = newDate
    ? (reappointmentRefused(dossier, newDate, now) ?? newDateFault(newDate, dossier, now, office))
    : say('newDate');
  return {
    ...(delayedAt.trim() ? {} : { 'delayed-at': say('delayedAt') }),
    ...(reason.trim().length >= SHORTEST_REASON ? {} : { reason: say('reason', { n: SHORTEST_REASON }) }),
    ...(kind ? {} : { 'reason-kind': say('kind') }),
    ...(date ? { 'new-date': date } : {}),
  };
}
