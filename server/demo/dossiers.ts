import { addDays } from '#rules/calendar/date.ts';
import { addWorkingDays, DEFAULT_OFFICE, isWorkingDay } from '#rules/calendar/working-time.ts';
import type { Dossier, Pause } from '#rules/dossier.ts';
import type { IsoDate, LocalTime } from '#rules/law.ts';
import type { Period } from '#rules/period.ts';
import { type DemoUnit, PROCEDURES } from './province.ts';
import { between, pick } from './random.ts';

function workingDay(day: IsoDate, step: 1 | -1 = 1): IsoDate {
  let found = day;
  while (!isWorkingDay(found, DEFAULT_OFFICE)) found = addDays(found, step);
  return found;
}

const two = (n: number) => String(n).padStart(2, '0');

/** A moment in office hours of `day`. */
function officeTime(random: () => number, day: IsoDate): LocalTime {
  const hour = pick(random, { '07': 1, '08': 4, '09': 4, '10': 4, '13': 3, '14': 4, '15': 3, '16': 2 });
  return `${day}T${hour}:${two(between(random, hour === '07' ? 30 : 0, 59))}`;
}

/**
 * One dossier of the story, as it stands at `now`: the same facts a back office would show, nothing of an applicant.
 * @param serial running number of the unit's dossiers, part of the code.
 */
export function demoDossier(
  random: () => number,
  { unit, procedures, officers, story }: DemoUnit,
  place: number,
  serial: number,
  period: Period,
  now: LocalTime,
): Dossier {
  const procedure = procedures[between(random, 0, procedures.length - 1)] ?? null;
  const limitDays = procedure ? (PROCEDURES[procedure]?.days ?? null) : null;
  const days = Math.max(1, Math.round((Date.parse(period.to) - Date.parse(period.from)) / 86_400_000));
  const receivedDay = workingDay(addDays(period.from, between(random, -8, days - 1)), -1);
  const received = officeTime(random, receivedDay);
  const dueDay = addWorkingDays(receivedDay, limitDays ?? 1, DEFAULT_OFFICE);
  const promised = `${dueDay}T17:00`;

  const speed = pick(random, { early: story.early, onTime: story.onTime, overdue: 100 - story.early - story.onTime });
  const readyDay =
    speed === 'onTime'
      ? dueDay
      : speed === 'overdue'
        ? addWorkingDays(dueDay, between(random, 1, 5), DEFAULT_OFFICE)
        : workingDay(addDays(dueDay, -between(random, 1, Math.max(1, Math.floor((limitDays ?? 1) / 2)))), -1);
  const earliest = readyDay <= receivedDay ? `${receivedDay}T16:55` : officeTime(random, readyDay);
  const ready = earliest > received && earliest <= now ? earliest : null;
  const collected = ready && officeTime(random, workingDay(addDays(ready.slice(0, 10), between(random, 0, 2))));
  const returned = collected && ready && collected >= ready && collected <= now ? collected : null;

  const supplements = random() * 100 < story.supplements ? between(random, 1, 2) : 0;
  const waiting = !ready && supplements > 0 && received < now && random() < 0.7;
  const pauses: Pause[] = waiting ? [{ kind: 'supplement', from: workingTimeAfter(received, now), to: null }] : [];
  return {
    code: `H99.${two(place)}-${receivedDay.slice(2).replaceAll('-', '')}-${String(serial).padStart(4, '0')}`,
    unit,
    procedure,
    officer: officers[between(random, 0, officers.length - 1)] ?? null,
    channel: pick(random, { counter: 5, online: 4, post: 1 }),
    state: waiting ? 'waitingSupplement' : returned ? 'returned' : ready ? 'ready' : 'processing',
    received,
    promised,
    reappointed: [],
    ready,
    returned,
    pauses,
    supplements,
    limitDays,
    steps: [{ unit, officer: null, due: `${dueDay}T11:30`, ended: ready }],
  };
}

/** The next office opening after `time`, or `now` when that has not come yet. */
function workingTimeAfter(time: LocalTime, now: LocalTime): LocalTime {
  const next = `${addWorkingDays(time.slice(0, 10), 1, DEFAULT_OFFICE)}T08:00`;
  return next < now ? next : now;
}
