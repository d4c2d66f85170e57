import { asReading } from '../as-reading.ts';
import { dateOf } from '../calendar/date.ts';
import { onClock } from '../clock-start.ts';
import { compareTimes } from '../compare-times.ts';
import { endOf, pausedFor } from '../dossier.ts';
import { deadlineOf } from '../due.ts';
import { formatDateTime, formatMoment } from '../format.ts';
import { citationText } from '../law.ts';
import { CLOSING_READING } from '../workflow.ts';
import type { Duty, DutyFinding, DutyState } from './duty.ts';
import { findingOf } from './finding-of.ts';

const ID = 'clockAfterSupplement';

/**
 * The deadline after a finished supplement in the two ways it is counted: again from the start (the decrees) and less the time of
 * waiting (the choice of that name, in office time; QĐ 766/QĐ-TTg subtracts elapsed time from the end, which is another date). `by`
 * and the state follow the decree whatever the choice `clockAfterSupplement` says.
 */
export const CLOCK_AFTER_SUPPLEMENT: Duty = {
  id: ID,
  title: 'Thời hạn sau khi bổ sung hồ sơ',
  check: ({ dossier, acts, now, office, choices }) => {
    const { received } = dossier;
    const legal = choices.compareWith === 'legal' && received;
    const counted = legal ? onClock(dossier, acts, dateOf(received)) : dossier;
    const restart = deadlineOf(counted, office, { ...choices, clockAfterSupplement: 'restart' });
    const subtract = deadlineOf(counted, office, { ...choices, clockAfterSupplement: 'subtract' });
    if (!restart || !subtract) {
      if (pausedFor(dossier)) return findingOf(ID, 'notApplicable', 'Hồ sơ đang tạm dừng, thời hạn chưa chạy tiếp.');
      return findingOf(ID, 'unknown', 'Dữ liệu không có ngày hẹn trả hoặc thời hạn để tính.');
    }
    const { cite } = restart;
    if (!cite) return findingOf(ID, 'notApplicable', 'Không có lần bổ sung nào xong trước khi hết hạn.');

    const same = restart.at === subtract.at;
    const both = same
      ? `Tính lại từ đầu hay trừ thời gian chờ đều ra hạn ${formatMoment(restart.at)}.`
      : `Tính lại từ đầu theo ${citationText(cite)} thì hạn là ${formatMoment(restart.at)}; theo lựa chọn trừ thời gian chờ thì hạn là ${formatMoment(subtract.at)}.`;
    const finding = (state: DutyState, because: string): DutyFinding => ({
      duty: ID,
      state,
      by: restart.at,
      cite: restart.ends ? asReading(cite, CLOSING_READING) : cite,
      because: `${both} ${because}`,
      evidence: [
        { label: 'Hạn tính lại từ đầu', value: formatDateTime(restart.at) },
        { label: 'Hạn trừ thời gian chờ', value: formatDateTime(subtract.at) },
      ],
    });
    const late = (at: string) => compareTimes(at, restart.at, choices.granularity, office) === 'overdue';

    const end = endOf(dossier);
    if (end && !end.at) return finding('unknown', 'Dữ liệu không có ngày kết thúc xử lý.');
    if (end?.at) return finding(late(end.at) ? 'breached' : 'met', `Xử lý xong ${formatMoment(end.at)}.`);
    if (pausedFor(dossier)) return finding('pending', 'Hồ sơ đang tạm dừng.');
    return late(now) ? finding('breached', 'Chưa có kết quả, đã quá hạn.') : finding('pending', 'Chưa có kết quả.');
  },
};
