import { emptyAggregate, indices } from '#rules/aggregate.ts';
import { officerGrade } from '#rules/grade.ts';
import { officialIndices } from '#rules/official.ts';
import type { OfficerResult } from '#wire/results.ts';
import type { CloseContext } from './context.ts';
import type { OfficerTally } from './owners.ts';
import { shielded } from './shielded.ts';

/** An officer's completion level from the official sources; citizens' answers count only where at least 5 name the officer's dossiers. */
export function officerResult(
  { choices, on, ruleset }: CloseContext,
  officer: string,
  tally: OfficerTally,
): OfficerResult {
  const official = officialIndices(
    {
      citizen: shielded(indices(tally.citizen, choices.rounding)),
      computed: indices(tally.computed, choices.rounding),
      unit: indices(emptyAggregate()),
    },
    choices,
  );
  const grade = officerGrade(ruleset, official, choices, on);
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
