import { dateOf } from '#rules/calendar/date.ts';
import { addWorkingDays, DEFAULT_OFFICE } from '#rules/calendar/working-time.ts';
import { DEFAULT_CHOICES } from '#rules/choices.ts';
import type { Dossier, Pause } from '#rules/dossier.ts';
import { deadlineOf } from '#rules/due.ts';
import type { LocalTime } from '#rules/law.ts';
import type { Habits } from './habits.ts';
import { servedMoment } from './office-moment.ts';
import { between, chance, type Random } from './random.ts';

/** The deadline of `dossier`, moved by its pauses; it has a promised date and no open pause. */
export function movedDeadline(dossier: Dossier): LocalTime {
  return deadlineOf(dossier, DEFAULT_OFFICE, DEFAULT_CHOICES)?.at ?? '';
}

function kindsOf(random: Random, habits: Habits): Pause['kind'][] {
  const kinds: Pause['kind'][] = [];
  if (chance(random, habits.supplements)) kinds.push('supplement');
  if (kinds.length > 0 && chance(random, habits.secondRequests)) kinds.push('supplement');
  if (chance(random, habits.payments)) kinds.push('payment');
  return kinds;
}

/** When the clock of `dossier` stands still, in order; each pause begins before the deadline as the ones before have moved it. */
export function drawPauses(random: Random, habits: Habits, dossier: Dossier, received: LocalTime): Pause[] {
  const pauses: Pause[] = [];
  let free = received;
  for (const kind of kindsOf(random, habits)) {
    const wait = between(random, 0, Math.min(2, (dossier.limitDays ?? 1) - 1));
    const from = servedMoment(random, addWorkingDays(dateOf(free), wait, DEFAULT_OFFICE), free);
    if (from >= movedDeadline({ ...dossier, pauses })) return pauses;
    const back = addWorkingDays(dateOf(from), between(random, 1, kind === 'supplement' ? 8 : 3), DEFAULT_OFFICE);
    const to = servedMoment(random, back);
    pauses.push({ kind, from, to });
    free = to;
  }
  return pauses;
}
