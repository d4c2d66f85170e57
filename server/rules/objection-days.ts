import type { Office } from './calendar/working-time.ts';
import type { Citation, IsoDate } from './law.ts';
import { replyDeadline } from './reply-deadline.ts';

/** Working days within which an objection to a score is answered. No text sets a time, so this is ours. */
export const OBJECTION_DAYS = 5;

export const OBJECTION_CITE: Citation = {
  act: 'TT 01/2018/TT-VPCP',
  article: '15',
  certainty: 'reading',
  note: 'Văn bản không đặt thời hạn trả lời ý kiến về điểm; lấy 5 ngày làm việc.',
};

/** The last day for the answer to what was raised on `day`. */
export function objectionDue(day: IsoDate, office: Office): IsoDate {
  return replyDeadline(day, OBJECTION_DAYS, office);
}
