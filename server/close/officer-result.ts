import { emptyAggregate, type Indices, indices } from '#rules/aggregate.ts';
import { officerGrade } from '#rules/grade.ts';
import { officialIndices } from '#rules/official.ts';
import type { OfficerResult } from '#wire/results.ts';
import type { OfficerSums } from '../store/snapshot-sums.ts';
import type { Judging } from './context.ts';
import { aggregateOf } from './kept-sums.ts';
import { shielded } from './shielded.ts';

/** The official indices of what an officer did, unit by unit; citizens' answers count only where at least 5 name his dossiers. */
export function officialOfOfficer({ choices }: Judging, sums: readonly OfficerSums[]): Indices {
  const of = (name: 'citizen' | 'computed') =>
    indices(aggregateOf(...sums.map((each) => each[name])), choices.rounding);
  const none = indices(emptyAggregate());
  return officialIndices({ citizen: shielded(of('citizen')), computed: of('computed'), unit: none }, choices);
}

/**
 * An officer's completion level from the official sources.
 * @param sums what he did, unit by unit; the first is the unit he is shown with. @param ofUnit official indices of that unit.
 */
export function officerResult(
  judging: Judging,
  sums: readonly [OfficerSums, ...OfficerSums[]],
  ofUnit: Indices,
  official: Indices = officialOfOfficer(judging, sums),
): OfficerResult {
  const { choices, on, ruleset } = judging;
  const grade = officerGrade(ruleset, official, choices, on, ofUnit);
  return {
    officer: sums[0].officer,
    unit: sums[0].unit,
    total: grade.total,
    max: grade.max,
    missing: [...grade.missing],
    completion: grade.code,
    completionLabel: grade.label,
    because: grade.because,
    n: { dossiers: sums.reduce((n, each) => n + each.dossiers, 0) },
  };
}
