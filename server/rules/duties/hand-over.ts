import { dateOf } from '../calendar/date.ts';
import { HAND_OVER as RULE } from '../workflow.ts';
import { sameDayOrNextStart } from './limit.ts';
import { timedDuty } from './timed-duty.ts';

/** The one-stop shop hands a dossier to the agency that processes it on the working day of receipt, after 15:00 on the next. */
export const HAND_OVER = timedDuty({
  id: 'handOver',
  title: 'Chuyển hồ sơ đến cơ quan giải quyết trong ngày',
  rule: RULE,
  what: 'chuyển hồ sơ đến cơ quan giải quyết',
  event: 'Tiếp nhận',
  start: ({ dossier: { received } }) =>
    received
      ? { from: received, on: dateOf(received) }
      : { state: 'unknown', because: 'Dữ liệu không có ngày tiếp nhận.' },
  done: ({ acts }) => acts.handedOver,
  limit: (from, { sameDayUpTo }, office) => sameDayOrNextStart(from, sameDayUpTo, office),
  endsWithDossier: true,
});
