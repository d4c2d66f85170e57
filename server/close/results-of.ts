import type { Appraised } from '#rules/official.ts';
import type { OfficerResult, UnitResult } from '#wire/results.ts';
import type { OfficerSums, SnapshotSums } from '../store/snapshot-sums.ts';
import type { Judging } from './context.ts';
import { officerResult } from './officer-result.ts';
import { ranked } from './rank.ts';
import { officialOf, officialOfNone, unitResult } from './unit-result.ts';

const NOT_APPRAISED: Appraised = {};

/**
 * The results of units and officers, read off their sums: no dossier is needed, so another choice that acts on results alone gives
 * what scoring everything again would give. @param appraised by unit.
 */
export function resultsOf(
  judging: Judging,
  { units, officers }: SnapshotSums,
  appraised: ReadonlyMap<string, Appraised>,
): { units: UnitResult[]; officers: OfficerResult[] } {
  const given = (unit: string) => appraised.get(unit) ?? NOT_APPRAISED;
  const official = new Map(units.map((sums) => [sums.unit, officialOf(judging, sums, given(sums.unit))]));
  const byOfficer = new Map<string, [OfficerSums, ...OfficerSums[]]>();
  for (const sums of officers) {
    const known = byOfficer.get(sums.officer);
    if (known) known.push(sums);
    else byOfficer.set(sums.officer, [sums]);
  }
  return {
    units: ranked(units.map((sums) => unitResult(judging, sums, given(sums.unit)))),
    officers: [...byOfficer.values()].map((sums) =>
      officerResult(judging, sums, official.get(sums[0].unit) ?? officialOfNone()),
    ),
  };
}
