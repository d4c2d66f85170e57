import type { Indices } from '#rules/aggregate.ts';
import { caveatsOn } from '#rules/caveats-on.ts';
import { type Finding, INDICATOR_IDS } from '#rules/finding.ts';
import { formatScore } from '#rules/format.ts';
import type { Grade } from '#rules/grade.ts';
import { type Appraised, appraisalReplaces, officialSource } from '#rules/official.ts';
import { periodLabel } from '#rules/period.ts';
import { scorePeriod } from '#rules/score-period.ts';
import { DOSSIER_SERIES, findingsOf } from '#rules/score-record.ts';
import type { ScoreInput } from '#wire/score-input.ts';
import { choicesOf, periodOf, pointsRulesetOf, recordsOf, unitInPeriod } from './score-records.ts';
import { withText } from './with-text.ts';

/** Splits a grade into the parts that are printed apart. */
export function gradeParts({ code, label, cite, because, total, max, missing }: Grade<string>) {
  return {
    total: { total, max, text: formatScore(total, max) },
    grade: withText({ code, label, cite, because }),
    missing,
  };
}

/**
 * Scores one unit over one period: a finding per dossier, series and indicator, the official indices, totals and grades. Points are
 * tenths.
 * @throws NotInForce when no ruleset with points judges the period. @throws StraddlesRulesets when several hold in turn.
 * @throws RangeError for facts that contradict themselves.
 */
export function scoreResult(input: ScoreInput) {
  const period = periodOf(input);
  const { ruleset, cite, label, on } = pointsRulesetOf(input, choicesOf(input));
  const findings: ({ dossier: string | null; series: string; counts: boolean } & Finding)[] = [];
  /** Dossiers of another period, or whose end is not known. */
  const leftOut: string[] = [];
  const score = scorePeriod(
    { ...unitInPeriod(input), ruleset, on, choices: choicesOf(input), records: recordsOf(input) },
    (scored) => {
      const { code } = scored.record.dossier;
      if (!scored.counted.timeliness && !scored.counted.rest) leftOut.push(code);
      for (const series of DOSSIER_SERIES)
        for (const each of findingsOf(scored, series))
          findings.push({ dossier: code, series, counts: scored.enters[series], ...each });
    },
  );
  for (const each of score.unitFindings) findings.push({ dossier: null, series: 'unit', counts: true, ...each });

  const { choices, official, grade, officers } = score;
  const appraised: Appraised = input.appraised;
  const source = (id: (typeof INDICATOR_IDS)[number]) =>
    appraised[id] !== undefined && appraisalReplaces(id, choices) ? 'appraised' : officialSource(id, choices);
  const parts = gradeParts(grade);
  const graded = officers.map((each) => ({ officer: each.officer, ...gradeParts(each.grade) }));
  return {
    pointsIn: 'tenths',
    period: { ...period, label: periodLabel(period), judgedOn: score.on },
    ruleset: withText({ id: ruleset.id, label, cite }),
    caveats: caveatsOn(ruleset, score.on).map(withText),
    choices,
    findings: findings.map(withText),
    series: score.series satisfies Readonly<Record<string, Indices>>,
    official: INDICATOR_IDS.map((id) => ({ indicator: id, source: source(id), ...official[id] })),
    totals: { unit: parts.total, officers: graded.map(({ officer, total }) => ({ officer, ...total })) },
    grades: {
      unit: parts.grade,
      satisfactionLabel: score.satisfaction,
      officers: graded.map(({ officer, grade: each }) => ({ officer, ...each })),
    },
    missing: { unit: parts.missing, officers: graded.map(({ officer, missing }) => ({ officer, missing })) },
    answersApart: score.answersApart,
    leftOut,
  };
}
