import { ONLINE_ALERT_HOURS } from '../workflow.ts';
import { hoursFrom } from './limit.ts';
import { onlineStart } from './online-start.ts';
import { timedDuty } from './timed-duty.ts';

const FROM_SYSTEM = 'Tính từ khi hệ thống nhận được hồ sơ, lúc cổng tự động xác nhận.';

/**
 * The reception officer is alerted of an online dossier within two hours of the portal's acknowledgement. That comes by itself when
 * the system gets the dossier, so the hours run from then; they are hours of the clock, for the text says «giờ», not «giờ làm việc».
 */
export const ONLINE_ALERT = timedDuty({
  id: 'onlineAlert',
  title: 'Báo cho người tiếp nhận khi có hồ sơ trực tuyến',
  rule: ONLINE_ALERT_HOURS,
  what: 'báo cho người tiếp nhận hồ sơ trực tuyến',
  event: 'Hệ thống nhận hồ sơ',
  start: (context) => {
    const start = onlineStart(context);
    return 'state' in start ? start : { ...start, reading: FROM_SYSTEM };
  },
  done: ({ acts }) => acts.alerted,
  limit: hoursFrom,
  endsWithDossier: true,
});
