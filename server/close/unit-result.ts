import { type Indices, indices } from '#rules/aggregate.ts';
import { INDICATOR_IDS, type IndicatorId } from '#rules/finding.ts';
import { satisfactionLabel, unitGrade } from '#rules/grade.ts';
import { citationText } from '#rules/law.ts';
import { officialIndices, officialSource } from '#rules/official.ts';
import { seriesOf } from '#rules/period-sums.ts';
import { roundHalfUp } from '#rules/points.ts';
import { INDICATOR_NAMES, STEPS } from '#rules/rulesets/tt01-2018.ts';
import type { Cell, IndicatorRow, UnitResult } from '#wire/results.ts';
import { satisfactionShare } from '../figures/satisfaction-share.ts';
import type { StoredUnit } from '../store/units.ts';
import type { CloseContext } from './context.ts';
import { shielded, tooFew } from './shielded.ts';
import type { UnitTally } from './unit-tally.ts';

const ASKED: ReadonlySet<IndicatorId> = new Set([1, 3, 4, 6, 7]);

function cell(values: Indices, id: IndicatorId, why: string): Cell {
  const { value, n } = values[id];
  return { points: value, n, because: value === null ? why : null };
}

function meanDifference(tally: UnitTally, id: IndicatorId): IndicatorRow['selfMinusComputed'] {
  const known = tally.difference[id];
  if (!known) return null;
  const size = roundHalfUp(Math.abs(known.sum), known.n);
  return { tenths: known.sum < 0 ? -size : size, n: known.n };
}

/** The series of a unit as they are shown and graded: citizens' answers only where enough stand behind them. */
function shownSeries({ choices }: CloseContext, tally: UnitTally) {
  const series = seriesOf(tally.sums, choices.rounding);
  return { ...series, citizen: shielded(series.citizen), unit: indices(tally.unit, choices.rounding) };
}

/** The official indices of a unit, as its own result and its officers' are made of them. */
export function officialOf(ctx: CloseContext, tally: UnitTally): Indices {
  return officialIndices(shownSeries(ctx, tally), ctx.choices);
}

/** One unit's result from what the close gathered: three series beside each other, the official value and the way to the grade. */
export function unitResult(ctx: CloseContext, unit: StoredUnit, tally: UnitTally): UnitResult {
  const { choices, on, ruleset } = ctx;
  const series = shownSeries(ctx, tally);
  const official = officialOf(ctx, tally);
  const evaluated = tally.declared || tally.n.selfScores > 0;
  const grade = unitGrade(ruleset, official, choices, on, evaluated);
  const satisfaction = satisfactionLabel(ruleset, grade.code, choices);
  const citation = citationText(STEPS.find((row) => row.value)?.cite ?? grade.cite);

  const rows = INDICATOR_IDS.map((id): IndicatorRow => {
    const source = officialSource(id, choices);
    const perDossier = ruleset.perDossier.includes(id);
    const fromUnit = ruleset.perUnit.includes(id);
    const why = tally.missing[id] ?? 'Không có dữ liệu.';
    const whyOfficial = source === 'citizen' ? tooFew(series.citizen[id].n) : why;
    return {
      indicator: id,
      label: INDICATOR_NAMES[id],
      citizen: ASKED.has(id) || source === 'citizen' ? cell(series.citizen, id, tooFew(series.citizen[id].n)) : null,
      computed: fromUnit ? cell(series.unit, id, why) : cell(series.computed, id, why),
      self: perDossier ? cell(series.self, id, 'Chưa có tự chấm.') : null,
      official: {
        ...cell(official, id, whyOfficial),
        series: official[id].value === null ? null : source === 'citizen' ? 'citizen' : 'computed',
        cite: citation,
      },
      selfMinusComputed: meanDifference(tally, id),
    };
  });

  return {
    unit: unit.unit,
    name: unit.name,
    level: unit.level,
    total: grade.total,
    max: grade.max,
    missing: [...grade.missing],
    grade: grade.code,
    gradeLabel: grade.label,
    satisfactionLabel: satisfaction?.label ?? null,
    because: grade.because,
    cite: citationText(grade.cite),
    rows,
    n: tally.n,
    punctuality: tally.punctuality,
    satisfactionShare: satisfactionShare(tally.satisfaction.satisfied, tally.satisfaction.n),
    rank: null,
  };
}
