import { emptyAggregate, type Indices, indices } from '#rules/aggregate.ts';
import { INDICATOR_IDS, type IndicatorId } from '#rules/finding.ts';
import { satisfactionLabel, unitGrade } from '#rules/grade.ts';
import { citationText } from '#rules/law.ts';
import { type Appraised, appraisalReplaces, officialIndices, officialSource } from '#rules/official.ts';
import { roundHalfUp } from '#rules/points.ts';
import { INDICATOR_NAMES, STEPS } from '#rules/rulesets/tt01-2018.ts';
import type { Cell, IndicatorRow, UnitResult } from '#wire/results.ts';
import { satisfactionShare } from '../figures/satisfaction-share.ts';
import type { UnitSums } from '../store/snapshot-sums.ts';
import type { Judging } from './context.ts';
import { aggregateOf } from './kept-sums.ts';
import { shielded, tooFew } from './shielded.ts';

const ASKED: ReadonlySet<IndicatorId> = new Set([1, 3, 4, 6, 7]);

function cell(values: Indices, id: IndicatorId, why: string): Cell {
  const { value, n } = values[id];
  return { points: value, n, because: value === null ? why : null };
}

function meanDifference({ difference }: UnitSums, id: IndicatorId): IndicatorRow['selfMinusComputed'] {
  const [sum, n] = difference[id] ?? [null, 0];
  if (sum === null) return null;
  const size = roundHalfUp(Math.abs(sum), n);
  return { tenths: sum < 0 ? -size : size, n };
}

/** The series of a unit as they are shown and graded: citizens' answers only where enough stand behind them. */
function shownSeries({ choices }: Judging, sums: UnitSums) {
  const of = (name: 'citizen' | 'computed' | 'self' | 'facts') => indices(aggregateOf(sums[name]), choices.rounding);
  return { citizen: shielded(of('citizen')), computed: of('computed'), self: of('self'), unit: of('facts') };
}

/** The official indices of a unit, as its own result and its officers' are made of them. */
export function officialOf(judging: Judging, sums: UnitSums, appraised: Appraised): Indices {
  return officialIndices(shownSeries(judging, sums), judging.choices, appraised);
}

/** The official indices of a unit of which nothing is known. */
export const officialOfNone = (): Indices => indices(emptyAggregate());

function officialSeries(id: IndicatorId, { choices }: Judging, appraised: Appraised) {
  if (appraised[id] !== undefined && appraisalReplaces(id, choices)) return 'appraised';
  return officialSource(id, choices) === 'citizen' ? 'citizen' : 'computed';
}

/** One unit's result from its sums: the series beside each other, the official value and the way to the grade. */
export function unitResult(judging: Judging, sums: UnitSums, appraised: Appraised): UnitResult {
  const { choices, on, ruleset } = judging;
  const series = shownSeries(judging, sums);
  const official = officialOf(judging, sums, appraised);
  const grade = unitGrade(ruleset, official, choices, on, sums.evaluated);
  const satisfaction = satisfactionLabel(ruleset, grade.code, choices);
  const citation = citationText(STEPS.find((row) => row.value)?.cite ?? grade.cite);

  const rows = INDICATOR_IDS.map((id): IndicatorRow => {
    const source = officialSource(id, choices);
    const perDossier = ruleset.perDossier.includes(id);
    const fromUnit = ruleset.perUnit.includes(id);
    const why = sums.missing[id] ?? 'Không có dữ liệu.';
    const whyOfficial = source === 'citizen' ? tooFew(series.citizen[id].n) : why;
    const given = appraised[id];
    return {
      indicator: id,
      label: INDICATOR_NAMES[id],
      citizen: ASKED.has(id) || source === 'citizen' ? cell(series.citizen, id, tooFew(series.citizen[id].n)) : null,
      computed: fromUnit ? cell(series.unit, id, why) : cell(series.computed, id, why),
      self: perDossier ? cell(series.self, id, 'Chưa có tự chấm.') : null,
      appraised: given === undefined ? null : { points: given, n: 1, because: null },
      official: {
        ...cell(official, id, whyOfficial),
        series: official[id].value === null ? null : officialSeries(id, judging, appraised),
        cite: citation,
      },
      selfMinusComputed: meanDifference(sums, id),
    };
  });

  return {
    unit: sums.unit,
    name: sums.name,
    level: sums.level,
    total: grade.total,
    max: grade.max,
    missing: [...grade.missing],
    grade: grade.code,
    gradeLabel: grade.label,
    satisfactionLabel: satisfaction?.label ?? null,
    because: grade.because,
    cite: citationText(grade.cite),
    rows,
    n: sums.n,
    punctuality: sums.punctuality,
    satisfactionShare: satisfactionShare(sums.satisfaction[0] ?? 0, sums.satisfaction[1]),
    rank: null,
  };
}
