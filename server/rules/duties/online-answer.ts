import type { LocalTime } from '../law.ts';
import { ONLINE_ANSWER_HOURS } from '../workflow.ts';
import type { DutyContext } from './duty.ts';
import { workingHoursFrom } from './limit.ts';
import { onlineStart } from './online-start.ts';
import { timedDuty } from './timed-duty.ts';

/** The first answer. Where it is not recorded, taking the dossier in is one, and a dossier still new has had none. */
function answerOf({ dossier, acts }: DutyContext): LocalTime | null | undefined {
  if (acts.answered !== undefined) return acts.answered;
  if (dossier.received) return dossier.received;
  return dossier.state === 'new' ? null : undefined;
}

/** An online dossier is taken in, or sent back for completion, within eight working hours. */
export const ONLINE_ANSWER = timedDuty({
  id: 'onlineAnswer',
  title: 'Trả lời hồ sơ trực tuyến',
  rule: ONLINE_ANSWER_HOURS,
  what: 'trả lời hồ sơ trực tuyến',
  event: 'Hệ thống nhận hồ sơ',
  start: onlineStart,
  done: answerOf,
  limit: workingHoursFrom,
  endsWithDossier: true,
});
