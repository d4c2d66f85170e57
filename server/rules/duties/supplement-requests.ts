import { dateOf } from '../calendar/date.ts';
import { formatDateTime } from '../format.ts';
import { known } from '../known.ts';
import { citationText, type IsoDate, inForce } from '../law.ts';
import { SUPPLEMENT_REQUESTS, SUPPLEMENT_REQUESTS_766 } from '../workflow.ts';
import type { Duty, DutyContext } from './duty.ts';
import { findingOf } from './finding-of.ts';
import { lastWait } from './supplement-wait.ts';

const ID = 'supplementRequests';

/** Notices on record or the number the list shows, whichever is more: each may miss some. `null` = neither is known. */
function countOf({ dossier, acts }: DutyContext): number | null {
  if (!acts.supplementNotices) return dossier.supplements;
  return Math.max(acts.supplementNotices.length, dossier.supplements ?? 0);
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
    const portal = known(() => inForce('Cách tính của QĐ 766/QĐ-TTg', SUPPLEMENT_REQUESTS_766, on));
    const late = portal && count > portal.value ? ` ${portal.cite.act} tính hồ sơ như vậy là trễ hạn.` : '';
    return findingOf(ID, 'breached', rule + late, cite, evidence);
  },
};
