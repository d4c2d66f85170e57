import { dateOf } from '../calendar/date.ts';
import { FORWARD_DAYS } from '../workflow.ts';
import { workingDaysFrom } from './limit.ts';
import { timedDuty } from './timed-duty.ts';

/** The paper part of a dossier filed away from the competent agency is sent on within one working day. */
export const FORWARD = timedDuty({
  id: 'forward',
  title: 'Chuyển hồ sơ giấy đến cơ quan có thẩm quyền',
  rule: FORWARD_DAYS,
  what: 'chuyển hồ sơ giấy đến cơ quan có thẩm quyền',
  event: 'Tiếp nhận',
  start: ({ dossier: { received }, acts }) => {
    if (acts.forwarded === undefined && acts.competentReceived === undefined)
      return {
        state: 'unknown',
        because: 'Dữ liệu không cho biết hồ sơ có nộp ở nơi khác cơ quan có thẩm quyền hay không.',
      };
    if (!received) return { state: 'unknown', because: 'Dữ liệu không có ngày tiếp nhận.' };
    return { from: received, on: dateOf(received) };
  },
  done: ({ acts }) => acts.forwarded,
  limit: workingDaysFrom,
  endsWithDossier: true,
});
