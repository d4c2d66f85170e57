import type { Choices } from './choices.ts';
import { type Finding, INDICATOR_IDS, type IndicatorId } from './finding.ts';
import { type Fraction, meanTenths, type Rounding, roundFraction, sumOfFractions, type Tenths } from './points.ts';

interface Sum {
  /** Tenths. */
  readonly sum: number;
  /** Findings with a value; those left out are not counted. */
  readonly n: number;
}

/** Sums of one series of one unit or officer. Adding dossiers of several quarters gives the year. */
export type Aggregate = Readonly<Record<IndicatorId, Sum>>;

/** One indicator of one series: its value rounded once over all dossiers, and how many stand behind it. */
export interface Index extends Sum {
  /** Tenths; `null` when no finding had a value. */
  readonly value: Tenths | null;
}

export type Indices = Readonly<Record<IndicatorId, Index>>;

/** A record with one value for each of the nine indicators. */
export function forEachIndicator<T>(make: (indicator: IndicatorId) => T): Record<IndicatorId, T> {
  return Object.fromEntries(INDICATOR_IDS.map((id) => [id, make(id)])) as Record<IndicatorId, T>;
}

export function emptyAggregate(): Aggregate {
  return forEachIndicator(() => ({ sum: 0, n: 0 }));
}

/** Sums that change in place: a million dossiers must not make a million copies. */
export interface Accumulator {
  /** @param points tenths. */
  add(indicator: IndicatorId, points: Tenths): void;
  /** The sums so far; later additions do not change what was returned. */
  aggregate(): Aggregate;
}

export function accumulator(): Accumulator {
  const sums = new Array<number>(INDICATOR_IDS.length + 1).fill(0);
  const counts = new Array<number>(INDICATOR_IDS.length + 1).fill(0);
  return {
    add(indicator, points) {
      sums[indicator] = (sums[indicator] ?? 0) + points;
      counts[indicator] = (counts[indicator] ?? 0) + 1;
    },
    aggregate: () => forEachIndicator((id) => ({ sum: sums[id] ?? 0, n: counts[id] ?? 0 })),
  };
}

/** `aggregate` with the findings of one more dossier or unit; those with `points: null` change nothing. */
export function addFindings(aggregate: Aggregate, findings: readonly Finding[]): Aggregate {
  const next = { ...aggregate };
  for (const { indicator, points } of findings) {
    if (points === null) continue;
    const { sum, n } = next[indicator];
    next[indicator] = { sum: sum + points, n: n + 1 };
  }
  return next;
}

/** The sums of several quarters together. Means are never averaged here. */
export function pooled(parts: readonly Aggregate[]): Aggregate {
  return forEachIndicator((id) => ({
    sum: parts.reduce((sum, part) => sum + part[id].sum, 0),
    n: parts.reduce((n, part) => n + part[id].n, 0),
  }));
}

/** Index = sum of points ÷ number of dossiers with a value, one decimal (TT 01/2018/TT-VPCP Điều 15; choice `rounding`). */
export function indices(aggregate: Aggregate, rounding: Rounding = 'halfUp'): Indices {
  return forEachIndicator((id) => {
    const { sum, n } = aggregate[id];
    return { sum, n, value: n === 0 ? null : meanTenths(sum, n, rounding) };
  });
}

export interface Total {
  /** Sum of the indices, tenths; `null` when all are missing. */
  readonly total: Tenths | null;
  /** Most that the indices present can reach, tenths. */
  readonly max: Tenths;
  readonly missing: readonly IndicatorId[];
}

/**
 * Adds the indices named in `of`; a missing one is left out of the total and of its maximum (Điều 15). Choice `total`: the rounded
 * indices are added, or the exact ones and their sum is rounded once.
 */
export function totalOf(
  values: Indices,
  of: readonly IndicatorId[],
  maxPerIndicator: Tenths,
  choices: Pick<Choices, 'total' | 'rounding'>,
): Total {
  const present = of.filter((id) => values[id].value !== null);
  const exact = (): Tenths => {
    const parts = present.map((id): Fraction => ({ top: BigInt(values[id].sum), bottom: BigInt(values[id].n) }));
    return roundFraction(sumOfFractions(parts), choices.rounding);
  };
  const ofRounded = () => present.reduce((sum, id) => sum + (values[id].value ?? 0), 0);
  return {
    total: present.length === 0 ? null : choices.total === 'roundOfSum' ? exact() : ofRounded(),
    max: present.length * maxPerIndicator,
    missing: of.filter((id) => values[id].value === null),
  };
}
