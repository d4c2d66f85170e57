import { formatCount, formatHundredths } from '../format.ts';
import type { Hundredths } from '../points.ts';
import type { CriteriaFile, CriterionFinding } from './criterion.ts';
import { parDecision } from './decisions.ts';

/** A criterion that will not reach its maximum, and by how much. */
export interface Shortfall {
  readonly id: string;
  readonly name: string;
  readonly by: Hundredths;
}

/** How far a province is on the way to the maximum of its list. */
export interface Forecast {
  readonly criteria: number;
  readonly atMaximum: number;
  /** Neither at the maximum nor below it: not known. */
  readonly unknown: number;
  /** Largest first. */
  readonly below: readonly Shortfall[];
  /** What those fall short by together. */
  readonly belowBy: Hundredths;
  /** Sum of the points that are known. */
  readonly points: Hundredths;
  /** What those criteria can reach at most. */
  readonly of: Hundredths;
  /** Something is not known, so the sums are not those of the whole list. */
  readonly partial: boolean;
  /** `42 trên 95 tiêu chí dự kiến đạt điểm tối đa; …`. */
  readonly sentence: string;
}

const sum = (points: readonly Hundredths[]) => points.reduce((total, each) => total + each, 0);

/** A rounded sum of points can meet the maximum although the ratio did not; it is then below it by less than is printed. */
const shortfall = ({ id, name, points, max }: CriterionFinding): Shortfall => ({ id, name, by: max - (points ?? 0) });

export function forecastOf(findings: readonly CriterionFinding[]): Forecast {
  const atMaximum = findings.filter((finding) => finding.atMaximum === true).length;
  const unknown = findings.filter((finding) => finding.atMaximum === null).length;
  const below = findings.filter((finding) => finding.atMaximum === false).map(shortfall);
  const known = findings.filter((finding) => finding.points !== null);
  const belowBy = sum(below.map(({ by }) => by));
  const count = formatCount(findings.length);
  return {
    criteria: findings.length,
    atMaximum,
    unknown,
    below: below.toSorted((a, b) => b.by - a.by),
    belowBy,
    points: sum(known.map(({ points }) => points ?? 0)),
    of: sum(known.map(({ max }) => max)),
    partial: unknown > 0,
    sentence: `${formatCount(atMaximum)} trên ${count} tiêu chí dự kiến đạt điểm tối đa; ${formatCount(below.length)} tiêu chí chưa đạt, còn thiếu ${formatHundredths(belowBy)} điểm; ${formatCount(unknown)} tiêu chí chưa rõ.`,
  };
}

/**
 * What is odd about the length of a list for its year; `null` where it fits or the number is not known.
 * @throws NotInForce for a year without a decision.
 */
export function lengthDoubt({ year, criteria }: CriteriaFile): string | null {
  const { value } = parDecision(year);
  if (value.components === null || value.components === criteria.length) return null;
  return `Bộ tiêu chí cấp tỉnh của năm ${year} (${value.act}) có ${value.components} tiêu chí thành phần, tệp có ${criteria.length}.`;
}
