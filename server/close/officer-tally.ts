import { newSums, type OfficerSums } from '#rules/period-sums.ts';

/** The sums of one officer, whichever unit's dossiers they come from; `unit` = where the officer was first met. */
export interface OfficerTally extends OfficerSums {
  readonly unit: string;
}

/** The sums of `officer`, begun empty when first asked for. */
export function officerTally(officers: Map<string, OfficerTally>, officer: string, unit: string): OfficerTally {
  const known = officers.get(officer) ?? { unit, sums: newSums(), dossiers: 0 };
  officers.set(officer, known);
  return known;
}
