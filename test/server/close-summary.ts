import { emptyAggregate, indices } from '#rules/aggregate.ts';
import { INDICATOR_IDS } from '#rules/finding.ts';
import { officerGrade } from '#rules/grade.ts';
import { officialIndices } from '#rules/official.ts';
import { TT01_2018 } from '#rules/rulesets/tt01-2018.ts';
import type { PeriodScore } from '#rules/score-period.ts';
import type { OfficerResult, UnitResult } from '#wire/results.ts';
import { shielded } from '../../server/close/shielded.ts';

/** What both ways of scoring must agree on, in one shape. */
export interface Summary {
  readonly rows: readonly unknown[];
  readonly grade: unknown;
  readonly label: string | null;
  readonly officers: readonly unknown[];
  readonly dossiers: number;
}

/** An officer's level as the close gives it: of no index that fewer than 5 answers stand behind. */
function levelOf({ officers, choices, official, on }: PeriodScore): unknown[] {
  const none = indices(emptyAggregate());
  return officers.map(({ officer, dossiers, series }) => {
    const values = officialIndices({ ...series, citizen: shielded(series.citizen), unit: none }, choices);
    const grade = officerGrade(TT01_2018, values, choices, on, official);
    return [officer, dossiers, grade.total, grade.missing, grade.code, grade.because];
  });
}

export const ofRules = (score: PeriodScore): Summary => ({
  rows: INDICATOR_IDS.map((id) => {
    const { series, official } = score;
    const cell = (name: keyof typeof series) => [series[name][id].value, series[name][id].n];
    const perDossier = [1, 2, 3, 4, 6, 7].includes(id);
    const asked = [1, 3, 4, 6, 7].includes(id);
    return {
      id,
      citizen: asked || series.citizen[id].n > 0 ? cell('citizen') : null,
      computed: cell([5, 6, 8, 9].includes(id) ? 'unit' : 'computed'),
      self: perDossier ? cell('self') : null,
      official: [official[id].value, official[id].n],
    };
  }),
  grade: [score.grade.total, score.grade.max, score.grade.missing, score.grade.code, score.grade.because],
  label: score.satisfaction?.label ?? null,
  officers: levelOf(score),
  dossiers: score.dossiers,
});

export const ofClose = (unit: UnitResult, officers: readonly OfficerResult[]): Summary => ({
  rows: unit.rows.map(({ indicator, citizen, computed, self, official }) => {
    const cell = (each: typeof citizen) => each && [each.points, each.n];
    return {
      id: indicator,
      citizen: cell(citizen),
      computed: cell(computed),
      self: cell(self),
      official: cell(official),
    };
  }),
  grade: [unit.total, unit.max, unit.missing, unit.grade, unit.because],
  label: unit.satisfactionLabel,
  officers: [...officers]
    .sort((a, b) => (a.officer < b.officer ? -1 : 1))
    .map((o) => [o.officer, o.n.dossiers, o.total, o.missing, o.completion, o.because]),
  dossiers: unit.n.dossiers,
});
