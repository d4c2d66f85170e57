import { type Citation, type IsoDate, inForce } from '../law.ts';
import type { CountId, GradeBand, Level766 } from '../rulesets/qd766-index.ts';
import { LEVEL_WORDS, LEVELS_766 } from '../rulesets/qd766-levels.ts';
import type { GroupsRuleset, RulesetId } from '../rulesets/ruleset.ts';
import type { Counts766, Finding766 } from './finding.ts';
import { countsOf, scoreIndex766 } from './score-index.ts';
import { type Grade766, type GroupTally766, grade766, groupTallies, type Tally766, totalTally } from './total.ts';

/** What is scored: counts of one place in one period. */
export interface Given766 {
  readonly counts: Counts766;
  readonly level: Level766;
  /** A province's own grades, best first; absent = those of the ruleset. */
  readonly bands?: readonly GradeBand[];
}

export interface Score766 {
  readonly ruleset: RulesetId;
  /** Why the level may be scored, and what is not known of it. */
  readonly levelCite: Citation;
  readonly findings: readonly Finding766[];
  readonly groups: readonly GroupTally766[];
  readonly total: Tally766;
  readonly grade: Grade766;
}

/**
 * Scores by QĐ 766/QĐ-TTg: a finding per index, the five groups and their parts, the total and, when nothing is missing, the grade.
 * Points are hundredths. The total is the sum of the rounded points of the indices.
 * @param on last day of the period.
 * @throws NotInForce when `ruleset` does not hold on that day, or the level is no longer there. @throws RangeError for a count that contradicts itself or belongs to
 * no index of the ruleset, naming the field.
 */
export function scoreQd766(ruleset: GroupsRuleset, { counts, level, bands }: Given766, on: IsoDate): Score766 {
  const indices = inForce(ruleset.title, ruleset.indices, on).value;
  const groups = inForce(ruleset.title, ruleset.groups, on).value;
  const levelCite = inForce(`Việc chấm ${LEVEL_WORDS[level]} theo QĐ 766/QĐ-TTg`, LEVELS_766[level], on).cite;
  const known: ReadonlySet<string> = new Set<CountId>(indices.flatMap(countsOf));
  for (const id of Object.keys(counts))
    if (!known.has(id))
      throw new RangeError(`counts.${id}: «${ruleset.title}» không có chỉ số này. Bỏ mục này khỏi đầu vào.`);
  const findings = indices.map((index) => scoreIndex766(index, counts, level));
  const total = totalTally(groups, findings);
  const grade = grade766(total, bands ?? inForce(ruleset.title, ruleset.bands, on).value);
  return { ruleset: ruleset.id, levelCite, findings, groups: groupTallies(groups, findings), total, grade };
}
