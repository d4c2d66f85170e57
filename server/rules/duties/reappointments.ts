import { dateOf } from '../calendar/date.ts';
import { formatDateTime } from '../format.ts';
import { type IsoDate, inForce } from '../law.ts';
import { LATENESS } from '../workflow.ts';
import type { Duty, DutyContext } from './duty.ts';
import { findingOf } from './finding-of.ts';

const ID = 'reappointments';

/** Lists show the new date, not the day it was set: that was at the latest the day of the date it replaced, and never after now. */
function dayOfAct({ dossier, now }: DutyContext): IsoDate {
  const replaced = [dossier.promised, ...(dossier.reappointed ?? [])].at(-2) ?? now;
  return dateOf(replaced < now ? replaced : now);
}

/** At most one new date for a dossier that will be late. */
export const REAPPOINTMENTS: Duty = {
  id: ID,
  title: 'Hẹn lại không quá một lần',
  check: (context) => {
    const { value, cite } = inForce('Quy định hẹn lại không quá một lần', LATENESS, dayOfAct(context));
    const dates = context.dossier.reappointed;
    if (!dates) return findingOf(ID, 'unknown', 'Danh sách không cho biết hồ sơ có hẹn lại hay không.', cite);
    const evidence = dates.map((time, i) => ({ label: `Hẹn lại lần ${i + 1}`, value: formatDateTime(time) }));
    if (dates.length > value.reappointments)
      return findingOf(
        ID,
        'breached',
        `Hồ sơ đã hẹn lại ${dates.length} lần. Quy định cho hẹn lại không quá ${value.reappointments} lần.`,
        cite,
        evidence,
      );
    const because = dates.length > 0 ? `Hồ sơ đã hẹn lại ${dates.length} lần.` : 'Hồ sơ chưa hẹn lại lần nào.';
    return findingOf(ID, 'met', because, cite, evidence);
  },
};
