import type { IsoDate } from '../law.ts';
import type { Ruleset } from './ruleset.ts';

/** The row that says whether `ruleset` holds by itself on `day`: `value: null` = only by a province's decision since `from`; none before its first day. */
export function ownForce({ inForce }: Ruleset, day: IsoDate): Ruleset['inForce'][number] | undefined {
  return inForce.findLast(({ from }) => from <= day);
}
