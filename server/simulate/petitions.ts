import { addDays, dateOf, daysBetween } from '#rules/calendar/date.ts';
import type { IsoDate, LocalTime } from '#rules/law.ts';
import { contains, type Period } from '#rules/period.ts';
import { closingAfter, servedMoment, workingDayFrom } from './office-moment.ts';
import type { SimulatedUnit } from './province.ts';
import { between, chance, randomFrom, seedOf } from './random.ts';

/** A petition to a unit; nothing of who wrote it. */
export interface SimulatedPetition {
  readonly unit: string;
  readonly received: LocalTime;
  readonly due: LocalTime;
  readonly answered: LocalTime | null;
  /** It was dragged on. */
  readonly prolonged: boolean;
}

/** Working days in which these invented offices mean to answer. */
const DAYS_TO_ANSWER = 15;

/** Petitions a unit received within `period`, as they stood on its last day; few where few come late. */
export function simulatePetitions(
  seed: number,
  place: number,
  unit: SimulatedUnit,
  period: Period,
): SimulatedPetition[] {
  const random = randomFrom(seedOf(seed, 3, place));
  const days = daysBetween(period.from, period.to);
  const poor = unit.habits.polite < 70;
  const count = between(random, 0, poor ? Math.ceil(days / 10) : Math.ceil(days / 40));
  return Array.from({ length: count }, (): SimulatedPetition => {
    const received = servedMoment(random, workingDayFrom(addDays(period.from, between(random, 0, days - 1))));
    const due = closingAfter(dateOf(received), DAYS_TO_ANSWER);
    const late = chance(random, poor ? 15 : 3);
    const answered = late
      ? servedMoment(random, dateOf(closingAfter(dateOf(due), between(random, 1, 15))))
      : servedMoment(random, dateOf(closingAfter(dateOf(received), between(random, 1, DAYS_TO_ANSWER))));
    const prolonged = late && chance(random, 20);
    return { unit: unit.unit, received, due, answered: answered < period.to ? answered : null, prolonged };
  })
    .filter(({ received }) => contains(period, dateOf(received)))
    .sort((a, b) => (a.received < b.received ? -1 : 1));
}

/** Petitions that fell due within `period`, counted as indicator 8 asks. */
export function countPetitions(petitions: readonly SimulatedPetition[], last: IsoDate) {
  const fellDue = petitions.filter(({ due }) => dateOf(due) <= last);
  return {
    received: fellDue.length,
    onTime: fellDue.filter(({ answered, due }) => answered !== null && answered <= due).length,
    prolonged: fellDue.filter(({ prolonged }) => prolonged).length,
  };
}
