import type { Indices } from '#rules/aggregate.ts';
import type { OfficerResult } from '#wire/results.ts';
import type { OfficerSums } from '../store/snapshot-sums.ts';
import { meanIndices } from './mean-of-quarters.ts';
import { officerResult, officialOfOfficer } from './officer-result.ts';
import { pooledOfficers } from './pool-sums.ts';
import { judgingOf, type LoadedQuarter } from './quarters.ts';
import { officialOfNone } from './unit-result.ts';

/** What he did in the unit he was last in comes first: he is shown with it. */
function lastUnitFirst(sums: readonly OfficerSums[], quarters: readonly (readonly OfficerSums[])[]): OfficerSums[] {
  const last = quarters.findLast((own) => own.length > 0)?.[0]?.unit;
  return [...sums].sort((a, b) => Number(b.unit === last) - Number(a.unit === last));
}

/**
 * The year of every officer of the quarters, judged like his unit by choice `year.pool`; by unit and officer.
 * @param officials official indices of the units over the year.
 */
export function officersOfYear(
  parts: readonly LoadedQuarter[],
  officials: ReadonlyMap<string, Indices>,
): OfficerResult[] {
  const last = parts.at(-1);
  if (!last) return [];
  const judging = judgingOf(last);
  const codes = [...new Set(parts.flatMap(({ sums }) => sums.officers.map(({ officer }) => officer)))].sort();
  return codes.flatMap((code) => {
    const quarters = parts.map(({ sums }) => sums.officers.filter(({ officer }) => officer === code));
    const [first, ...rest] = lastUnitFirst(pooledOfficers(quarters.flat()), quarters);
    if (!first) return [];
    const ofUnit = officials.get(first.unit) ?? officialOfNone();
    const pooled = [first, ...rest] as const;
    if (judging.choices['year.pool'] === 'dossiers') return officerResult(judging, pooled, ofUnit);
    const own = quarters.filter((sums) => sums.length > 0).map((sums) => officialOfOfficer(judging, sums));
    return officerResult(
      judging,
      pooled,
      ofUnit,
      meanIndices((id) => own.map((each) => each[id].value), judging),
    );
  });
}
