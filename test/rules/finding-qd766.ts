import type { IsoDate } from '#rules/law.ts';
import type { Count766, Counts766, Finding766 } from '#rules/qd766/finding.ts';
import { type Score766, scoreQd766 } from '#rules/qd766/score.ts';
import { realtimeRuleset } from '#rules/rulesets/index.ts';
import type { CountId, IndexId, Level766 } from '#rules/rulesets/qd766-index.ts';
import type { GroupsRuleset } from '#rules/rulesets/ruleset.ts';

/** `[80, 100]` is 80 of 100. */
export type Pair = readonly [numerator: number, denominator: number];

export const countOf = ([numerator, denominator]: Pair): Count766 => ({ numerator, denominator });

export const countsOf = (pairs: Partial<Record<CountId, Pair>>): Counts766 =>
  Object.fromEntries(Object.entries(pairs).map(([id, pair]) => [id, countOf(pair)]));

/** Scores by the cut of QĐ 766/QĐ-TTg in force on `on`. */
export function scoreOn(on: IsoDate, pairs: Partial<Record<CountId, Pair>>, level: Level766 = 'province'): Score766 {
  return scoreQd766(realtimeRuleset(on).ruleset as GroupsRuleset, { counts: countsOf(pairs), level }, on);
}

/** One index by the cut in force on `on`; `sync` is what index 1.4 counted, `withResult` the narrower count of 3.3. */
export interface GivenIndex {
  readonly index: IndexId;
  readonly count?: Pair;
  readonly sync?: Pair;
  readonly withResult?: Pair;
  readonly level?: Level766;
}

export function findingOn(on: IsoDate, { index, count, sync, withResult, level }: GivenIndex): Finding766 {
  const pairs = {
    ...(sync && { '1.4': sync }),
    ...(withResult && { '3.3.ketQua': withResult }),
    ...(count && { [index]: count }),
  };
  const finding = scoreOn(on, pairs, level).findings.find((each) => each.index === index);
  if (!finding) throw new Error(`no finding of ${index} on ${on}`);
  return finding;
}
