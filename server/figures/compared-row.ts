import type { Figure } from '#rules/print-figure.ts';
import type { ComparedFigure, ComparedRow } from '#wire/compared.ts';
import type { RankedUnit } from '#wire/ranking.ts';
import type { IndexRow } from '#wire/unit-page.ts';

/** One unit on one side of a comparison. */
export interface ComparedSide {
  readonly unit: RankedUnit;
  readonly rows: readonly IndexRow[];
}

const apart = ({ low: a, high: b }: Figure, { low: c, high: d }: Figure) =>
  a === null || b === null || c === null || d === null ? null : b < c || d < a;

/** @param same both are of the same dossiers: then chance is no part of their difference. */
function pairOf(before: Figure | null, after: Figure | null, same: boolean): ComparedFigure {
  // A total over fewer indicators is another measure.
  const known = before && after && before.value !== null && after.value !== null && before.of === after.of;
  return {
    before: before && { ...before, id: `${before.id}/before` },
    after: after && { ...after, id: `${after.id}/after` },
    change: known ? (after.value ?? 0) - (before.value ?? 0) : null,
    clear: known && !same ? apart(before, after) : null,
  };
}

/** Total, grade, rank and official indices of two sides, named by the second. */
export function comparedRow(before: ComparedSide, after: ComparedSide, same: boolean): ComparedRow {
  const { unit } = after;
  return {
    unit: unit.unit,
    name: unit.name,
    beforeName: before.unit.name,
    total: pairOf(before.unit.total, unit.total, same),
    grade: { before: before.unit.gradeLabel, after: unit.gradeLabel },
    rank: { before: before.unit.rank, after: unit.rank },
    indicators: after.rows.map(({ indicator, label, official }) => {
      const other = before.rows.find((row) => row.indicator === indicator);
      return { indicator, label, ...pairOf(other?.official ?? null, official, same) };
    }),
  };
}
