import { dateOf } from '../calendar/date.ts';
import type { DutyContext } from './duty.ts';
import type { NotJudged, Start } from './timed-duty.ts';

/** The duties of online filing run from when the system got the dossier. */
export function onlineStart({ dossier, acts }: DutyContext): Start | NotJudged {
  if (dossier.channel === null)
    return { state: 'unknown', because: 'Dữ liệu không cho biết hồ sơ có nộp trực tuyến hay không.' };
  if (dossier.channel !== 'online') return { state: 'notApplicable', because: 'Hồ sơ không nộp trực tuyến.' };
  const { submitted } = acts;
  if (!submitted)
    return { state: 'unknown', because: 'Dữ liệu không có thời điểm hệ thống nhận được hồ sơ trực tuyến.' };
  return { from: submitted, on: dateOf(submitted) };
}
