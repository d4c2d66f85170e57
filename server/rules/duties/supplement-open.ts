import { dateOf } from '../calendar/date.ts';
import { endOf, pausedFor } from '../dossier.ts';
import { formatDate, formatMoment } from '../format.ts';
import { SUPPLEMENT_OPEN_DAYS } from '../workflow.ts';
import type { Duty, DutyFinding, DutyState } from './duty.ts';
import { findingOf, moments } from './finding-of.ts';
import { daysFrom } from './limit.ts';
import { ruleOn } from './rule-on.ts';
import { lastWait } from './supplement-wait.ts';

const ID = 'supplementOpen';

/**
 * A dossier that was not completed within fifteen days of the notice is closed, or the office explains why not. The text sets no
 * day for closing, so a dossier that has ended is in order whenever it ended.
 */
export const SUPPLEMENT_OPEN: Duty = {
  id: ID,
  title: 'Dừng hồ sơ không được bổ sung đúng hạn',
  check: ({ dossier, acts, now, office }) => {
    const wait = lastWait(dossier);
    const waiting = pausedFor(dossier) === 'supplement';
    const notice = wait?.from ?? acts.supplementNotices?.at(-1);
    if (!notice && waiting)
      return findingOf(ID, 'unknown', 'Hồ sơ đang chờ bổ sung nhưng dữ liệu không ghi ngày yêu cầu.');
    if (!notice) return findingOf(ID, 'notApplicable', 'Không có yêu cầu bổ sung nào trên dữ liệu.');
    const found = ruleOn(ID, 'Quy định dừng hồ sơ không được bổ sung', SUPPLEMENT_OPEN_DAYS, dateOf(notice));
    if ('none' in found) return found.none;
    const { value, cite } = found.rule;
    const limit = daysFrom(notice, value, office);
    const evidence = moments([
      ['Yêu cầu bổ sung', notice],
      ['Bổ sung xong', wait?.to],
    ]);
    const finding = (state: DutyState, because: string): DutyFinding => ({
      duty: ID,
      state,
      by: limit.by,
      cite,
      because,
      evidence,
    });

    if (wait?.to && wait.to <= limit.last)
      return finding('met', `Bổ sung xong ${formatMoment(wait.to)}, trong ${value} ngày kể từ ngày yêu cầu.`);
    if (wait?.to)
      return finding(
        'breached',
        `Bổ sung xong ${formatMoment(wait.to)}, sau ${value} ngày kể từ ngày yêu cầu mà hồ sơ chưa dừng; cần ghi rõ lý do.`,
      );
    if (endOf(dossier)) return finding('met', 'Hồ sơ đã kết thúc, không còn chờ bổ sung.');
    if (!waiting) return finding('unknown', 'Hồ sơ không còn chờ bổ sung nhưng dữ liệu không ghi ngày bổ sung xong.');
    if (now <= limit.last) return finding('pending', `Đang chờ bổ sung; hạn bổ sung là ${limit.words}.`);
    const since = formatDate(dateOf(notice));
    return finding(
      'breached',
      `Chờ bổ sung từ ngày ${since}, đã quá ${value} ngày. Dừng hồ sơ hoặc ghi rõ lý do còn chờ.`,
    );
  },
};
