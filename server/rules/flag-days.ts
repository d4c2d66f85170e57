import type { Office } from './calendar/working-time.ts';
import type { Citation, IsoDate } from './law.ts';
import { replyDeadline } from './reply-deadline.ts';

/** Working days from the close within which who is asked answers; what comes later is taken too. No text sets a time, so this is ours. */
export const FLAG_DAYS = 5;

export const FLAG_CITE: Citation = {
  act: 'TT 01/2018/TT-VPCP',
  article: '15',
  certainty: 'reading',
  note: 'Văn bản không nói đến dấu hiệu cần xem lại; lấy 5 ngày làm việc kể từ ngày chốt, giải trình sau hạn vẫn được nhận.',
};

/** The day until which an answer to what the close of `day` asks is expected. */
export function flagDue(day: IsoDate, office: Office): IsoDate {
  return replyDeadline(day, FLAG_DAYS, office);
}
