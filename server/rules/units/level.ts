import { type Citation, type IsoDate, inForce, NotInForce } from '../law.ts';
import type { Level, Levels } from '../rulesets/ruleset.ts';

export const LEVEL_NAMES: Readonly<Record<Level, string>> = {
  province: 'Cấp tỉnh',
  district: 'Cấp huyện',
  commune: 'Cấp xã',
};

/**
 * That offices of `level` exist on day `on`, with the article that says so.
 * @throws NotInForce by the level's name: the district level from 01/7/2025, every level before the first row of `levels`.
 */
export function checkLevel(level: Level, levels: Levels, on: IsoDate): Citation {
  const name = LEVEL_NAMES[level];
  const { value, cite } = inForce(name, levels, on);
  if (!value.includes(level)) throw new NotInForce(name, on);
  return cite;
}
