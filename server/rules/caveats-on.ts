import type { IsoDate } from './law.ts';
import type { Caveat, Ruleset } from './rulesets/ruleset.ts';

/** What a reader must know of a result of `ruleset`. @param on last day of the period. */
export function caveatsOn({ caveats }: Pick<Ruleset, 'caveats'>, on: IsoDate): readonly Caveat[] {
  return caveats.filter(({ from }) => from === undefined || from <= on);
}
