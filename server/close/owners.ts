import { type Aggregate, addFindings, emptyAggregate } from '#rules/aggregate.ts';
import { officerOf } from '#rules/attribution.ts';
import type { Choices } from '#rules/choices.ts';
import type { Finding, IndicatorId } from '#rules/finding.ts';
import type { ScoredRecord } from '#rules/score-record.ts';

/** Indicator → code of the officer whose result it is. */
export type Owners = Partial<Record<IndicatorId, string>>;

export interface OfficerTally {
  readonly unit: string;
  computed: Aggregate;
  citizen: Aggregate;
  dossiers: number;
}

/** The sums of `officer`, begun empty when first asked for. */
export function officerTally(officers: Map<string, OfficerTally>, officer: string, unit: string): OfficerTally {
  const known = officers.get(officer) ?? { unit, computed: emptyAggregate(), citizen: emptyAggregate(), dossiers: 0 };
  officers.set(officer, known);
  return known;
}

/** Whose result each indicator is that counts of this dossier (choice `officer.attribution`). */
export function ownersOf(
  { record, judged, points }: ScoredRecord,
  of: readonly IndicatorId[],
  choices: Choices,
): Owners {
  const deadline = judged.standing.due?.at ?? null;
  return Object.fromEntries(
    of.flatMap((id) => {
      // The computed series has a place for each indicator that counts in this period.
      if (points.computed[id] === undefined) return [];
      const { officer } = officerOf(record.dossier, id, choices, judged.step, deadline);
      return officer === null ? [] : [[id, officer]];
    }),
  );
}

/** Each finding to the officer whose result its indicator is. */
export function addToOwners(
  officers: ReadonlyMap<string, OfficerTally>,
  owners: Owners,
  series: 'computed' | 'citizen',
  findings: readonly Finding[],
): void {
  for (const finding of findings) {
    const officer = officers.get(owners[finding.indicator] ?? '');
    if (officer) officer[series] = addFindings(officer[series], [finding]);
  }
}
