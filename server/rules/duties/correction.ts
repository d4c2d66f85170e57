import { dateOf } from '../calendar/date.ts';
import { CORRECTION_DAYS } from '../workflow.ts';
import { workingDaysFrom } from './limit.ts';
import { timedDuty } from './timed-duty.ts';

const FROM_DISCOVERY = 'Thời hạn sửa được hiểu là tính từ khi phát hiện sai.';

/** A result that is wrong by the agency's own fault is corrected within three working days of being found. */
export const CORRECTION = timedDuty({
  id: 'correction',
  title: 'Sửa kết quả sai do lỗi của cơ quan',
  rule: CORRECTION_DAYS,
  what: 'sửa kết quả sai',
  event: 'Phát hiện sai',
  start: ({ acts: { errorFound } }) => {
    if (errorFound === undefined) return { state: 'unknown', because: 'Dữ liệu không ghi kết quả có sai hay không.' };
    if (errorFound === null) return { state: 'notApplicable', because: 'Kết quả không sai.' };
    return { from: errorFound, on: dateOf(errorFound), reading: FROM_DISCOVERY };
  },
  done: ({ acts }) => acts.corrected,
  limit: workingDaysFrom,
  // The dossier has long ended when its result is found to be wrong.
  endsWithDossier: false,
});
