import { dateOf } from '../calendar/date.ts';
import { formatDateTime } from '../format.ts';
import { known } from '../known.ts';
import { citationText, type IsoDate, inForce } from '../law.ts';
import { requestsOf } from '../qd766/end.ts';
import { MOST_REQUESTS } from '../rulesets/qd766-on-time.ts';
import { SUPPLEMENT_REQUESTS } from '../workflow.ts';
import type { Duty, DutyContext } from './duty.ts';
import { findingOf } from './finding-of.ts';
import { lastWait } from './supplement-wait.ts';

const ID = 'supplementRequests';

/** By the notices, the counter of the list or the pauses, whichever shows more: each may miss some. `null` = none of them is known. */
function countOf({ dossier, acts }: DutyContext): number | null {
  const count = Math.max(acts.supplementNotices?.length ?? 0, requestsOf(dossier));
  return count === 0 && !acts.supplementNotices && dossier.supplements === null ? null : count;
}

function dayOfAct({ dossier, acts, now }: DutyContext): IsoDate {
  return dateOf(acts.supplementNotices?.at(-1) ?? lastWait(dossier)?.from ?? now);
}

/** One request for missing papers, complete. */
export const SUPPLEMENT_COUNT: Duty = {
  id: ID,
  title: 'Yêu cầu bổ sung đầy đủ một lần',
  check: (context) => {
    const on = dayOfAct(context);
    const { value: most, cite } = inForce('Quy định yêu cầu bổ sung một lần', SUPPLEMENT_REQUESTS, on);
    const count = countOf(context);
    const notices = context.acts.supplementNotices ?? [];
    const evidence = notices.map((time, i) => ({ label: `Yêu cầu bổ sung lần ${i + 1}`, value: formatDateTime(time) }));
    if (count === null)
      return findingOf(ID, 'unknown', 'Danh sách không cho biết số lần yêu cầu bổ sung.', cite, evidence);
    if (count <= most) {
      const because = count > 0 ? `Đã yêu cầu bổ sung ${count} lần.` : 'Chưa yêu cầu bổ sung lần nào.';
      return findingOf(ID, 'met', because, cite, evidence);
    }
    const rule = `Đã yêu cầu bổ sung ${count} lần. Quy định: hướng dẫn đầy đủ một lần (${citationText(cite)}).`;
    const portal = known(() => inForce('Cách tính của QĐ 766/QĐ-TTg', MOST_REQUESTS, on));
    const late =
      portal && count > portal.value ? ` Khi còn chờ bổ sung, ${portal.cite.act} tính hồ sơ như vậy là quá hạn.` : '';
    return findingOf(ID, 'breached', rule + late, cite, evidence);
  },
};
