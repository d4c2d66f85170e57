import { dateOf } from '../calendar/date.ts';
import { endOf, type Pause, pausedFor } from '../dossier.ts';
import { formatDate, formatMoment } from '../format.ts';
import type { LocalTime } from '../law.ts';
import { SUPPLEMENT_OPEN_DAYS } from '../workflow.ts';
import type { Duty, DutyContext, DutyFinding, DutyState } from './duty.ts';
import { findingOf, moments } from './finding-of.ts';
import { daysFrom } from './limit.ts';
import { ruleOn } from './rule-on.ts';
import { waits } from './supplement-wait.ts';

const ID = 'supplementOpen';

/** From the worst to the best: one breached wait is a breach of the duty. */
const ORDER: readonly DutyState[] = ['breached', 'unknown', 'pending', 'met', 'notApplicable'];

/** One request and its answer: `to: null` = still waiting, `undefined` = not recorded. */
type Wait = Pick<Pause, 'from'> & { readonly to: LocalTime | null | undefined };

/** The waits on record; where there is none, the last notice, which stands for one while the dossier waits. */
function waitsOf({ dossier, acts }: DutyContext): readonly Wait[] {
  const recorded = waits(dossier);
  const notice = acts.supplementNotices?.at(-1);
  if (recorded.length > 0 || !notice) return recorded;
  return [{ from: notice, to: pausedFor(dossier) === 'supplement' ? null : undefined }];
}

function judged({ from, to }: Wait, { dossier, now, office }: DutyContext): DutyFinding {
  const found = ruleOn(ID, 'Quy định đóng hồ sơ không được bổ sung', SUPPLEMENT_OPEN_DAYS, dateOf(from));
  if ('none' in found) return found.none;
  const { value, cite } = found.rule;
  const limit = daysFrom(from, value, office);
  const finding = (state: DutyState, because: string): DutyFinding => ({
    ...findingOf(ID, state, because, cite),
    by: limit.by,
  });

  if (to && to <= limit.last)
    return finding('met', `Bổ sung xong ${formatMoment(to)}, trong ${value} ngày kể từ ngày yêu cầu.`);
  if (to)
    return finding(
      'breached',
      `Bổ sung xong ${formatMoment(to)}, sau ${value} ngày kể từ ngày yêu cầu mà hồ sơ chưa đóng; cần ghi rõ lý do.`,
    );
  if (endOf(dossier)) return finding('met', 'Hồ sơ đã kết thúc, không còn chờ bổ sung.');
  if (to === undefined)
    return finding('unknown', 'Hồ sơ không còn chờ bổ sung nhưng dữ liệu không ghi ngày bổ sung xong.');
  if (now <= limit.last) return finding('pending', `Đang chờ bổ sung; hạn bổ sung là ${limit.words}.`);
  const since = formatDate(dateOf(from));
  return finding(
    'breached',
    `Chờ bổ sung từ ngày ${since}, đã quá ${value} ngày. Đóng hồ sơ hoặc ghi rõ lý do còn chờ.`,
  );
}

/** Each wait as a reader checks it; numbered where there are several. */
function evidenceOf(all: readonly Wait[]) {
  return all.flatMap(({ from, to }, i) => {
    const nth = all.length > 1 ? ` lần ${i + 1}` : '';
    return moments([
      [`Yêu cầu bổ sung${nth}`, from],
      [`Bổ sung xong${nth}`, to],
    ]);
  });
}

/**
 * A dossier that was not completed within fifteen days of the notice is closed, or the office explains why not. Every wait is judged
 * and the worst is told, of two equal ones the later. The text sets no day for closing, so a dossier that has ended is in order
 * whenever it ended.
 */
export const SUPPLEMENT_OPEN: Duty = {
  id: ID,
  title: 'Đóng hồ sơ không được bổ sung đúng hạn',
  check: (context) => {
    const all = waitsOf(context);
    const rank = ({ state }: DutyFinding) => ORDER.indexOf(state);
    const [worst] = all
      .map((wait) => judged(wait, context))
      .reverse()
      .sort((a, b) => rank(a) - rank(b));
    if (worst) return { ...worst, evidence: evidenceOf(all) };
    return pausedFor(context.dossier) === 'supplement'
      ? findingOf(ID, 'unknown', 'Hồ sơ đang chờ bổ sung nhưng dữ liệu không ghi ngày yêu cầu.')
      : findingOf(ID, 'notApplicable', 'Không có yêu cầu bổ sung nào trên dữ liệu.');
  },
};
