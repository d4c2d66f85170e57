import { calendarDay } from '#rules/calendar/calendar.ts';
import { addDays, weekdayOf } from '#rules/calendar/date.ts';
import { DEFAULT_OFFICE, isWorkingDay } from '#rules/calendar/working-time.ts';
import type { IsoDate } from '#rules/law.ts';
import type { Period } from '#rules/period.ts';
import { between, randomFrom, seedOf } from './random.ts';

/** Dossiers a weekday brings, against the others: most on Monday. A make-up Saturday brings few. */
const WEEKDAY = [6, 13, 11, 10, 10, 9, 6] as const;
const TET = 'Tết Âm lịch';
/** Days before Tết in which people hurry. */
const RUSH_DAYS = 14;

/** How many dossiers `day` brings against others, a whole number; 0 when the offices are shut. */
export function dayWeight(day: IsoDate): number {
  if (!isWorkingDay(day, DEFAULT_OFFICE)) return 0;
  const { calendar } = DEFAULT_OFFICE;
  const isTet = (offset: number): boolean => {
    const other = addDays(day, offset);
    return other >= calendar.covered.from && other < calendar.covered.to && calendarDay(calendar, other)?.name === TET;
  };
  const weight = WEEKDAY[weekdayOf(day)] * 10;
  for (let offset = 1; offset <= RUSH_DAYS; offset += 1) if (isTet(offset)) return weight * 2;
  // The first week after Tết is quiet.
  for (let offset = 1; offset <= 5; offset += 1) if (isTet(-offset)) return weight / 2;
  return weight;
}

/** Dossiers of one day of one unit. */
export interface DayVolume {
  readonly day: IsoDate;
  readonly count: number;
}

/**
 * Spreads `total` dossiers over the units and days of `period`, to the last one: by the weight of the unit, the rhythm of the week
 * and chance.
 * @returns a list of days for each unit; the rows are those of the plan, not of the dossiers, so a million costs no more than ten.
 */
export function spreadVolumes(
  seed: number,
  weights: readonly number[],
  period: Pick<Period, 'from' | 'to'>,
  total: number,
): readonly (readonly DayVolume[])[] {
  const days: { day: IsoDate; weight: number }[] = [];
  for (let day = period.from; day < period.to; day = addDays(day, 1)) {
    const weight = dayWeight(day);
    if (weight > 0) days.push({ day, weight });
  }
  const cells = weights.map((unitWeight, unit) => {
    const random = randomFrom(seedOf(seed, 2, unit));
    return days.map(({ day, weight }) => ({ day, weight: unitWeight * weight * between(random, 5, 15) }));
  });
  if (days.length === 0) throw new RangeError(`no working day from ${period.from} to ${period.to}`);
  const whole = cells.flat().reduce((sum, { weight }) => sum + weight, 0);
  // Whole numbers up to here and a running sum: no dossier is lost or made by rounding. Their product outgrows a double's 53 bits.
  const upTo = (sum: number) => Number((BigInt(total) * BigInt(sum)) / BigInt(whole));
  let [before, given] = [0, 0];
  return cells.map((unit) =>
    unit.flatMap(({ day, weight }) => {
      before += weight;
      const count = upTo(before) - given;
      given += count;
      return count > 0 ? [{ day, count }] : [];
    }),
  );
}
