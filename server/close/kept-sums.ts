import { type Aggregate, forEachIndicator } from '#rules/aggregate.ts';
import { INDICATOR_IDS } from '#rules/finding.ts';
import { SMALLEST_GROUP } from '../figures/suppress.ts';
import type { KeptSeries, KeptSum, OfficerSums, SnapshotSums, UnitSums } from '../store/snapshot-sums.ts';
import { keptOfficers } from './kept-officers.ts';
import type { UnitGathered } from './unit-tally.ts';

type Mutable = { -readonly [K in keyof KeptSeries]: KeptSeries[K] };

function seriesOf(aggregate: Aggregate): KeptSeries {
  const kept: Mutable = {};
  for (const id of INDICATOR_IDS) if (aggregate[id].n > 0) kept[id] = [aggregate[id].sum, aggregate[id].n];
  return kept;
}

const shield = ([sum, n]: KeptSum): KeptSum => [n < SMALLEST_GROUP ? null : sum, n];

/** Citizens' sums without those that fewer than 5 answers stand behind: kept, they would say how one person answered. */
function shielded(series: KeptSeries): KeptSeries {
  const kept: Mutable = {};
  for (const id of INDICATOR_IDS) {
    const sum = series[id];
    if (sum) kept[id] = shield(sum);
  }
  return kept;
}

function unitSums({ unit: { unit, name, level }, tally }: UnitGathered): UnitSums {
  const { sums, n, punctuality, satisfaction, difference, missing } = tally;
  return {
    ...{ unit, name, level },
    citizen: shielded(seriesOf(sums.citizen.aggregate())),
    computed: seriesOf(sums.computed.aggregate()),
    self: seriesOf(sums.self.aggregate()),
    facts: seriesOf(tally.unit),
    stated: tally.stated,
    ...{ n, punctuality },
    satisfaction: shield([satisfaction.satisfied, satisfaction.n]),
    difference: Object.fromEntries(Object.entries(difference).map(([id, d]) => [id, [d.sum, d.n]])) as KeptSeries,
    missing,
    evaluated: tally.declared || n.selfScores > 0,
  };
}

/** What a snapshot keeps of what was gathered; from here on nobody can tell who answered what. */
export function keptSums(gathered: readonly UnitGathered[]): SnapshotSums {
  const byCode = (a: { unit: { unit: string } }, b: { unit: { unit: string } }) => (a.unit.unit < b.unit.unit ? -1 : 1);
  const units = [...gathered].sort(byCode);
  return {
    units: units.map(unitSums),
    officers: units.flatMap((each) => {
      const kept = keptOfficers(each);
      return [...each.officers]
        .sort(([a], [b]) => (a < b ? -1 : 1))
        .map(([officer, { sums, dossiers }]): OfficerSums => {
          const citizen = seriesOf(sums.citizen.aggregate());
          const told = Object.entries(citizen).filter(([id]) => kept.get(Number(id))?.has(officer));
          return {
            ...{ unit: each.unit.unit, officer },
            citizen: Object.fromEntries(told) as KeptSeries,
            computed: seriesOf(sums.computed.aggregate()),
            self: seriesOf(sums.self.aggregate()),
            dossiers,
          };
        });
    }),
  };
}

/** Kept sums as the rules take them; a sum that was not kept leaves its `n`. */
export function aggregateOf(...all: readonly KeptSeries[]): Aggregate {
  return forEachIndicator((id) => ({
    sum: all.reduce((sum, series) => sum + (series[id]?.[0] ?? 0), 0),
    n: all.reduce((n, series) => n + (series[id]?.[1] ?? 0), 0),
  }));
}
