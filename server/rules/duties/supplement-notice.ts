import { dateOf } from '../calendar/date.ts';
import { clockStart } from '../clock-start.ts';
import type { LocalTime } from '../law.ts';
import { SUPPLEMENT_NOTICE_DAYS } from '../workflow.ts';
import type { DutyContext } from './duty.ts';
import { workingDaysFrom } from './limit.ts';
import { firstWait } from './supplement-wait.ts';
import { type NotJudged, type Start, timedDuty } from './timed-duty.ts';

const FROM_COMPETENT = 'Với hồ sơ nộp ở nơi khác, hạn thông báo được hiểu là tính từ khi cơ quan có thẩm quyền nhận.';

/** The first notice: on record, or the moment the clock first stopped for it. `null` = none was needed, `undefined` = not recorded. */
function noticeOf({ dossier, acts }: DutyContext): LocalTime | null | undefined {
  const notice = acts.supplementNotices?.[0] ?? firstWait(dossier)?.from;
  if (notice) return notice;
  if (dossier.supplements === null) return acts.supplementNotices ? null : undefined;
  return dossier.supplements === 0 ? null : undefined;
}

function startOf(context: DutyContext): Start | NotJudged {
  const { dossier, acts } = context;
  if (noticeOf(context) === null) return { state: 'notApplicable', because: 'Hồ sơ không phải bổ sung.' };
  const { received } = dossier;
  if (!received) return { state: 'unknown', because: 'Dữ liệu không có ngày tiếp nhận.' };
  const { at, because } = clockStart(dossier, acts, dateOf(received));
  if (!at) return { state: 'notApplicable', because };
  // A duty goes by the decree of the day of its act; where that is not recorded, by the day the limit began.
  const start = { from: at, on: dateOf(noticeOf(context) ?? at) };
  return at === received ? start : { ...start, reading: FROM_COMPETENT };
}

/** An incomplete dossier is told so within three working days of receipt by the agency whose clock runs. */
export const SUPPLEMENT_NOTICE = timedDuty({
  id: 'supplementNotice',
  title: 'Thông báo bổ sung hồ sơ đúng thời hạn',
  rule: SUPPLEMENT_NOTICE_DAYS,
  what: 'thông báo bổ sung hồ sơ',
  event: 'Bắt đầu tính thời hạn',
  start: startOf,
  done: noticeOf,
  limit: workingDaysFrom,
  endsWithDossier: true,
});
