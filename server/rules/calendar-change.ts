import type { Calendar } from './calendar/calendar.ts';
import type { OfficeHours } from './calendar/office-hours.ts';
import type { Choices } from './choices.ts';
import { type Dossier, endOf } from './dossier.ts';
import { dueAt } from './due.ts';
import { known } from './known.ts';
import type { LocalTime } from './law.ts';

/** An open dossier whose due date another calendar moves. */
export interface Touched {
  readonly code: string;
  readonly before: LocalTime;
  readonly after: LocalTime;
}

/**
 * Open dossiers whose legal limit ends elsewhere under `after` than under `before`, in the order given. A list to act on: nothing is
 * moved. The promised date is printed and stays; a dossier whose limit cannot be counted with both calendars is not listed.
 */
export function touchedBy(
  before: Calendar,
  after: Calendar,
  dossiers: readonly Dossier[],
  hours: OfficeHours,
  choices: Choices,
): Touched[] {
  return dossiers.flatMap((dossier) => {
    if (endOf(dossier)) return [];
    const was = known(() => dueAt(dossier, { calendar: before, hours }, choices));
    const is = known(() => dueAt(dossier, { calendar: after, hours }, choices));
    return was && is && was.at !== is.at ? [{ code: dossier.code, before: was.at, after: is.at }] : [];
  });
}
