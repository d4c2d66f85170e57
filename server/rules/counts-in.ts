import { dateOf } from './calendar/date.ts';
import type { Office } from './calendar/working-time.ts';
import type { Choices } from './choices.ts';
import { type Dossier, type End, endOf } from './dossier.ts';
import { type Due, deadlineOf } from './due.ts';
import { known } from './known.ts';
import type { LocalTime } from './law.ts';
import { contains, type Period } from './period.ts';

/** Which parts of a dossier count in a period: `timeliness` for indicators 1 and 2, `rest` for the others. */
export interface Counted {
  readonly timeliness: boolean;
  readonly rest: boolean;
}

function momentOf(dossier: Dossier, end: End | null, choices: Choices): LocalTime | null {
  switch (choices['period.membership']) {
    case 'ended':
      return end?.at ?? null;
    case 'received':
      return dossier.received;
    case 'returned':
      return dossier.returned;
  }
}

function isWithin(period: Period, at: LocalTime | null): boolean {
  return at !== null && contains(period, dateOf(at));
}

/**
 * Which parts of a dossier count in `period`. It belongs to the period its processing ended in, or it was received or returned in
 * (choice `period.membership`). Lateness counts once, in the period the deadline fell in, whether the dossier was finished by then or
 * not (choice `index1.unfinishedOverdue`); a dossier that belongs where it was received has no second period, so it counts there as
 * it stands. Where the deadline cannot be told (no date, or one outside the calendar) only the moment decides. One that ended at an
 * unknown moment is never late.
 * @param due its deadline, where the caller has found it already.
 */
export function countsIn(
  dossier: Dossier,
  period: Period,
  office: Office,
  choices: Choices,
  due: Due | null = known(() => deadlineOf(dossier, office, choices)),
): Counted {
  const end = endOf(dossier);
  const rest = isWithin(period, momentOf(dossier, end, choices));
  if (choices['period.membership'] === 'received' || choices['index1.unfinishedOverdue'] === 'leaveOut' || !due)
    return { timeliness: rest, rest };
  const late = !end || (end.at !== null && dateOf(end.at) > dateOf(due.at));
  return { timeliness: late ? isWithin(period, due.at) : rest, rest };
}
