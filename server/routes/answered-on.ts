import type { IsoDate } from '#rules/law.ts';
import { localDay } from '../clock.ts';

/** A clock may be wrong and a phone may lie in a drawer; older answers count as given this long ago. */
const MAX_AGE_SECONDS = 30 * 86_400;

export interface AnsweredOn {
  readonly day: IsoDate;
  /** The sender's clock moved the day, or claimed more than is believed. */
  readonly aged: boolean;
}

/**
 * The day a response was given on: `ageSeconds` before `now`, by the server's clock. Never more than 30 days ago, never
 * before `earliest` (the day its link was made), never later than today.
 */
export function answeredOn(now: Date, ageSeconds: number, earliest: IsoDate | null): AnsweredOn {
  const age = Math.min(Math.max(ageSeconds, 0), MAX_AGE_SECONDS);
  const today = localDay(now);
  const told = localDay(new Date(now.getTime() - age * 1000));
  const first = earliest === null || earliest > today ? told : earliest;
  const day = told < first ? first : told;
  return { day, aged: age !== ageSeconds || day !== told || day !== today };
}
