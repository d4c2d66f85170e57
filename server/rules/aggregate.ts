import { type Finding, INDICATOR_IDS, type IndicatorId } from './finding.ts';
import { meanTenths, type Tenths } from './points.ts';

interface Sum {
  /** Tenths. */
  readonly sum: number;
  /** Findings with a value; those left out are not counted. */
  readonly n: number;
}

/** Sums of one series of one unit or officer. Adding dossiers of several quarters gives the year; means are never averaged. */
export type Aggregate = Readonly<Record<IndicatorId, Sum>>;

/** One indicator of one series: its value rounded once over all dossiers, and how many stand behind it. */
export interface Index extends Sum {
  /** Tenths; `null` when no finding had a value. */
  readonly value: Tenths | null;
}

export type Indices = Readonly<Record<IndicatorId, Index>>;

function forEach<T>(make: (indicator: IndicatorId) => T): Record<IndicatorId, T> {
  return Object.fromEntries(INDICATOR_IDS.map((id) => [id, make(id)])) as Record<IndicatorId, T>;
}

export function emptyAggregate(): Aggregate {
  return forEach(() => ({ sum: 0, n: 0 }));
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

/** Index = sum of points ÷ number of dossiers with a value, one decimal, half up (TT 01/2018/TT-VPCP Điều 15). */
export function indices(aggregate: Aggregate): Indices {
  return forEach((id) => {
    const { sum, n } = aggregate[id];
    return { sum, n, value: n === 0 ? null : meanTenths(sum, n) };
  });
}

export interface Total {
  /** Sum of the rounded indices, tenths; `null` when all are missing. */
  readonly total: Tenths | null;
  /** Most that the indices present can reach, tenths. */
  readonly max: Tenths;
  readonly missing: readonly IndicatorId[];
}

/** Adds the indices named in `of`; a missing one is left out of the total and of its maximum (Điều 15). */
export function totalOf(values: Indices, of: readonly IndicatorId[], maxPerIndicator: Tenths): Total {
  const present = of.filter((id) => values[id].value !== null);
  return {
    total: present.length === 0 ? null : present.reduce((sum, id) => sum + (values[id].value ?? 0), 0),
    max: present.length * maxPerIndicator,
    missing: of.filter((id) => values[id].value === null),
  };
}
