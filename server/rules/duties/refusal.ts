import { asReading } from '../as-reading.ts';
import { dateOf } from '../calendar/date.ts';
import { onClock } from '../clock-start.ts';
import { compareTimes } from '../compare-times.ts';
import { deadlineOf } from '../due.ts';
import { formatMoment } from '../format.ts';
import { inForce, type LocalTime } from '../law.ts';
import { CLOSING_READING, REFUSAL_IN_TIME } from '../workflow.ts';
import type { Duty, DutyContext } from './duty.ts';
import { findingOf, moments } from './finding-of.ts';

const ID = 'refusal';

/** The written refusal; where it is not recorded, the end of a refused dossier. */
function refusalOf({ dossier, acts }: DutyContext): LocalTime | null {
  return acts.refused ?? (dossier.state === 'refused' ? (dossier.ready ?? dossier.returned) : null);
}

/** A refusal after appraisal goes out within the time limit of the procedure. */
export const REFUSAL: Duty = {
  id: ID,
  title: 'Từ chối giải quyết trong thời hạn',
  check: (context) => {
    const { dossier, acts, office, choices } = context;
    const refused = refusalOf(context);
    if (!refused && dossier.state !== 'refused') return findingOf(ID, 'notApplicable', 'Hồ sơ không bị từ chối.');
    if (!refused) return findingOf(ID, 'unknown', 'Dữ liệu không có ngày từ chối.');
    if (!dossier.received)
      return findingOf(ID, 'notApplicable', 'Hồ sơ bị từ chối khi chưa tiếp nhận nên chưa có thời hạn giải quyết.');
    const { cite } = inForce('Quy định từ chối trong thời hạn', REFUSAL_IN_TIME, dateOf(refused));
    const counted = choices.compareWith === 'legal' ? onClock(dossier, acts, dateOf(dossier.received)) : dossier;
    const due = deadlineOf(counted, office, choices);
    if (!due) return findingOf(ID, 'unknown', 'Dữ liệu không có hạn giải quyết để so với ngày từ chối.', cite);
    const late = compareTimes(refused, due.at, choices.granularity, office) === 'overdue';
    return {
      duty: ID,
      state: late ? 'breached' : 'met',
      by: due.at,
      cite: due.ends ? asReading(cite, CLOSING_READING) : cite,
      because: `Từ chối ${formatMoment(refused)}, ${late ? 'sau' : 'trong'} hạn giải quyết ${formatMoment(due.at)}.`,
      evidence: moments([
        ['Tiếp nhận', dossier.received],
        ['Từ chối', refused],
        ['Hạn giải quyết', due.at],
      ]),
    };
  },
};
