import { addDays } from './calendar/date.ts';
import type { IsoDate } from './law.ts';
import type { Period } from './period.ts';
import type { Level, Levels } from './rulesets/ruleset.ts';

/**
 * The day whose dated rules judge a unit of `level`: `on`, or the last day of its level where that ended within the period. What
 * applied to it as long as it stood applies to all of its work (own reading of TT 01/2018/TT-VPCP Điều 15).
 * @param on last day of the period on which the ruleset held. @param level `undefined` = not stated.
 */
export function judgedOn({ from }: Period, on: IsoDate, level: Level | undefined, levels: Levels): IsoDate {
  const ended = levels.find((row) => from < row.from && row.from <= on && level && !row.value?.includes(level));
  return ended ? addDays(ended.from, -1) : on;
}
