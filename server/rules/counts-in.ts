import { dateOf } from './calendar/date.ts';
import type { Office } from './calendar/working-time.ts';
import type { Choices } from './choices.ts';
import { type Dossier, endOf } from './dossier.ts';
import { deadlineOf } from './due.ts';
import { known } from './known.ts';
import { contains, type Period } from './period.ts';

/**
 * Which parts of a dossier count in `period`. It belongs to the period its processing ended in. Lateness counts once, in the period
 * the deadline fell in, whether the dossier was finished by then or not (choice `index1.unfinishedOverdue`).
 * Where the deadline cannot be told (no date, or one outside the calendar) only the end decides.
 * @returns `timeliness` for indicators 1 and 2, `rest` for the others. A dossier that ended at an unknown moment counts nowhere.
 */
export function countsIn(
  dossier: Dossier,
  period: Period,
  office: Office,
  choices: Choices,
): { timeliness: boolean; rest: boolean } {
  const end = endOf(dossier);
  if (end && !end.at) return { timeliness: false, rest: false };
  const endDay = end?.at ? [dateOf(end.at)] : [];
  const rest = endDay.some((day) => contains(period, day));
  if (choices['index1.unfinishedOverdue'] === 'leaveOut') return { timeliness: rest, rest };
  const due = known(() => deadlineOf(dossier, office, choices));
  const first = [...endDay, ...(due ? [dateOf(due.at)] : [])].sort()[0];
  return { timeliness: first !== undefined && contains(period, first), rest };
}
