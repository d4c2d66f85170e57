import { emptyAggregate, type Indices, indices } from '#rules/aggregate.ts';
import { officerGrade } from '#rules/grade.ts';
import { officialIndices } from '#rules/official.ts';
import { seriesOf } from '#rules/period-sums.ts';
import type { OfficerResult } from '#wire/results.ts';
import type { CloseContext } from './context.ts';
import type { OfficerTally } from './officer-tally.ts';
import { shielded } from './shielded.ts';

/**
 * An officer's completion level from the official sources; citizens' answers count only where at least 5 name the officer's dossiers.
 * @param ofUnit official indices of his unit.
 */
export function officerResult(
  { choices, on, ruleset }: CloseContext,
  officer: string,
  tally: OfficerTally,
  ofUnit: Indices,
): OfficerResult {
  const { citizen, computed } = seriesOf(tally.sums, choices.rounding);
  const none = indices(emptyAggregate());
  const official = officialIndices({ citizen: shielded(citizen), computed, unit: none }, choices);
  const grade = officerGrade(ruleset, official, choices, on, ofUnit);
  return {
    officer,
    unit: tally.unit,
    total: grade.total,
    max: grade.max,
    missing: [...grade.missing],
    completion: grade.code,
    completionLabel: grade.label,
    because: grade.because,
    n: { dossiers: tally.dossiers },
  };
}
