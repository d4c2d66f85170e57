import { caveatsOn } from '#rules/caveats-on.ts';
import { INDICATOR_IDS } from '#rules/finding.ts';
import type { IsoDate } from '#rules/law.ts';
import { officerBands } from '#rules/officer-bands.ts';
import { periodLabel } from '#rules/period.ts';
import { pooledFacts } from '#rules/pooled-facts.ts';
import { pooledYear, type Year, type YearScore } from '#rules/pooled-year.ts';
import type { PointsRuleset } from '#rules/rulesets/ruleset.ts';
import { type OfficerScore, type PeriodScore, scorePeriod } from '#rules/score-period.ts';
import type { PoolInput } from '#wire/pool-input.ts';
import type { ScoreInput } from '#wire/score-input.ts';
import { choicesOf, periodOf, pointsRulesetOf, recordsOf, unitInPeriod } from './score-records.ts';
import { gradeParts } from './score-result.ts';
import { withText } from './with-text.ts';

type Pool = 'dossiers' | 'meanOfQuarters';

/** Shares of officers per level, or why there are none. */
function bandsOf(ruleset: PointsRuleset, officers: readonly OfficerScore[], on: IsoDate) {
  try {
    const codes = officers.map(({ grade }) => grade.code);
    return { bands: withText(officerBands(ruleset, codes, on)), because: null };
  } catch (error) {
    if (error instanceof RangeError) return { bands: null, because: error.message };
    throw error;
  }
}

function scoreQuarter(input: ScoreInput) {
  const choices = choicesOf(input);
  const { ruleset, on } = pointsRulesetOf(input, choices);
  const score = scorePeriod({ ...unitInPeriod(input), ruleset, on, choices, records: recordsOf(input) });
  return { ruleset, score };
}

const officialOf = ({ official }: Pick<YearScore, 'official'>) =>
  INDICATOR_IDS.map((id) => ({ indicator: id, ...official[id] }));

const side = (score: YearScore) => ({ official: officialOf(score), ...gradeParts(score.grade) });

/** The year as it would come out under `pool`; the quarters do not hang on that choice. */
function yearUnder(year: Year, pool: Pool): YearScore {
  const under = (quarter: PeriodScore): PeriodScore => ({
    ...quarter,
    choices: { ...quarter.choices, 'year.pool': pool },
  });
  return pooledYear({ ...year, quarters: year.quarters.map(under) });
}

function bothWays(year: Year) {
  const [before, after] = [yearUnder(year, 'dossiers'), yearUnder(year, 'meanOfQuarters')];
  const levelOf = ({ officers }: YearScore, code: string) =>
    officers.find(({ officer }) => officer === code)?.grade.code;
  return {
    before: { 'year.pool': 'dossiers', ...side(before) },
    after: { 'year.pool': 'meanOfQuarters', ...side(after) },
    indicesChanged: INDICATOR_IDS.filter((id) => before.official[id].value !== after.official[id].value),
    gradeChanged: before.grade.code !== after.grade.code,
    officersChanged: before.officers
      .map(({ officer }) => officer)
      .filter((officer) => levelOf(before, officer) !== levelOf(after, officer)),
  };
}

const levelIn = (officers: readonly OfficerScore[], officer: string) => {
  const found = officers.find((each) => each.officer === officer);
  return found ? { dossiers: found.dossiers, ...gradeParts(found.grade) } : null;
};

/**
 * The year of one unit from its quarters under their choices, and both ways of `year.pool`. Points are tenths.
 * @throws NotInForce where no ruleset with points judges a quarter or the year. @throws StraddlesRulesets when two hold in turn.
 * @throws RangeError for facts that contradict themselves and for quarters that make no year.
 */
export function poolResult(input: PoolInput) {
  const quarters = input.quarters.map(scoreQuarter);
  const last = input.quarters[input.quarters.length - 1];
  if (!last) throw new RangeError('quarters: chưa có quý nào. Thêm ít nhất một quý.');
  const whole = { ...last, period: input.period };
  const { ruleset, cite, label } = pointsRulesetOf(whole, choicesOf(last));
  const period = periodOf(whole);
  const scores = quarters.map(({ score }) => score);
  const year: Year = {
    period,
    ruleset,
    quarters: scores,
    evaluated: input.evaluated,
    appraised: input.appraised,
    ...(input.unitFacts && { unitFacts: input.unitFacts }),
  };
  const score = pooledYear(year);
  return {
    pointsIn: 'tenths',
    period: { ...period, label: periodLabel(period), judgedOn: score.on },
    ruleset: withText({ id: ruleset.id, label, cite }),
    caveats: caveatsOn(ruleset, score.on).map(withText),
    choices: score.choices,
    unitFacts: {
      pooled: input.unitFacts === undefined,
      facts: input.unitFacts ?? pooledFacts(scores.map(({ unitFacts }) => unitFacts)),
      findings: score.unitFindings.map(withText),
    },
    year: { ...side(score), satisfactionLabel: score.satisfaction && withText(score.satisfaction) },
    quarters: quarters.map(({ score: each, ruleset: own }) => ({
      label: periodLabel(each.period),
      ruleset: own.id,
      dossiers: each.dossiers,
      ...gradeParts(each.grade),
      officers: bandsOf(own, each.officers, each.on),
    })),
    officers: score.officers.map(({ officer, dossiers, grade }) => ({
      officer,
      quarters: scores.map(({ officers }) => levelIn(officers, officer)),
      year: { dossiers, ...gradeParts(grade) },
    })),
    bands: bandsOf(ruleset, score.officers, score.on),
    bothWays: bothWays(year),
  };
}
