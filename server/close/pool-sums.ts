import { INDICATOR_IDS } from '#rules/finding.ts';
import type { KeptSeries, KeptSum, OfficerSums, UnitSums } from '../store/snapshot-sums.ts';

/**
 * One figure of several quarters together. A sum that fewer than 5 answers stand behind was not kept and adds nothing, nor its
 * count; where no quarter kept one, none is known, and the count is that of the quarter with most.
 */
function pooledSum(parts: readonly KeptSum[]): KeptSum {
  const kept = parts.filter(([sum]) => sum !== null);
  if (kept.length === 0) return [null, Math.max(0, ...parts.map(([, n]) => n))];
  return [kept.reduce((all, [sum]) => all + (sum ?? 0), 0), kept.reduce((all, [, n]) => all + n, 0)];
}

function pooledSeries(all: readonly KeptSeries[]): KeptSeries {
  const pooled: { -readonly [K in keyof KeptSeries]: KeptSeries[K] } = {};
  for (const id of INDICATOR_IDS) {
    const parts = all.flatMap((series) => (series[id] ? [series[id]] : []));
    if (parts.length > 0) pooled[id] = pooledSum(parts);
  }
  return pooled;
}

/** Each count of `all` added up, key by key. */
function added<Counts extends Readonly<Record<string, number>>>(all: readonly [Counts, ...Counts[]]): Counts {
  const keys = Object.keys(all[0]) as (keyof Counts)[];
  return Object.fromEntries(keys.map((key) => [key, all.reduce((sum, each) => sum + (each[key] ?? 0), 0)])) as Counts;
}

/**
 * The sums of one unit over its quarters, in order; name and level as in the last. @param facts what the facts of the year come to,
 * with why those without value have none.
 */
export function pooledUnit(
  quarters: readonly [UnitSums, ...UnitSums[]],
  { facts, missing, stated }: Pick<UnitSums, 'facts' | 'missing' | 'stated'>,
): UnitSums {
  const last = quarters.at(-1) ?? quarters[0];
  const series = (name: 'citizen' | 'computed' | 'self' | 'difference') => pooledSeries(quarters.map((q) => q[name]));
  const [first, ...rest] = quarters;
  return {
    unit: last.unit,
    name: last.name,
    level: last.level,
    citizen: series('citizen'),
    computed: series('computed'),
    self: series('self'),
    facts,
    stated,
    n: added([first.n, ...rest.map(({ n }) => n)]),
    punctuality: added([first.punctuality, ...rest.map(({ punctuality }) => punctuality)]),
    satisfaction: pooledSum(quarters.map(({ satisfaction }) => satisfaction)),
    difference: series('difference'),
    missing: { ...Object.assign({}, ...quarters.map((q) => q.missing)), ...missing },
    evaluated: quarters.some(({ evaluated }) => evaluated),
  };
}

/** What each officer did in each unit over the quarters, by unit and officer. */
export function pooledOfficers(all: readonly OfficerSums[]): OfficerSums[] {
  const groups = new Map<string, OfficerSums[]>();
  for (const sums of all) {
    const key = JSON.stringify([sums.unit, sums.officer]);
    groups.set(key, [...(groups.get(key) ?? []), sums]);
  }
  return [...groups]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .flatMap(([, [first, ...rest]]) => {
      if (!first) return [];
      const own = [first, ...rest];
      const series = (name: 'citizen' | 'computed' | 'self') => pooledSeries(own.map((each) => each[name]));
      return {
        unit: first.unit,
        officer: first.officer,
        citizen: series('citizen'),
        computed: series('computed'),
        self: series('self'),
        dossiers: own.reduce((n, each) => n + each.dossiers, 0),
      };
    });
}
