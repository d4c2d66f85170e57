import { INDICATOR_IDS } from '#rules/finding.ts';
import type { Comparison, UnitChange } from '#wire/comparison.ts';
import type { PublicUnit, UnitResult } from '#wire/results.ts';

/** What two results of one unit are compared by. Points in tenths, `null` = no value. */
interface Compared {
  readonly name: string;
  readonly total: number | null;
  readonly grade: string | null;
  readonly rank: number | null;
  readonly dossiers: number | null;
  readonly indicators: ReadonlyMap<number, number | null>;
}

const differing = <T>(before: T, after: T) => (before === after ? null : { before, after });

function changeOf(unit: string, before: Compared, after: Compared): UnitChange | null {
  const change: UnitChange = {
    unit,
    name: after.name,
    total: differing(before.total, after.total),
    grade: differing(before.grade, after.grade),
    rank: differing(before.rank, after.rank),
    dossiers: differing(before.dossiers, after.dossiers),
    indicators: INDICATOR_IDS.flatMap((indicator) => {
      const sides = differing(before.indicators.get(indicator) ?? null, after.indicators.get(indicator) ?? null);
      return sides ? [{ indicator, ...sides }] : [];
    }),
  };
  const { total, grade, rank, dossiers, indicators } = change;
  return total || grade || rank || dossiers || indicators.length > 0 ? change : null;
}

function compare(before: ReadonlyMap<string, Compared>, after: ReadonlyMap<string, Compared>): Comparison {
  const both = [...before].flatMap(([unit, from]) => {
    const to = after.get(unit);
    return to ? [{ unit, from, to }] : [];
  });
  const units = both.flatMap(({ unit, from, to }) => changeOf(unit, from, to) ?? []);
  const count = (of: 'total' | 'grade' | 'rank') => units.filter((unit) => unit[of] !== null).length;
  return {
    units,
    compared: both.length,
    changed: { units: units.length, total: count('total'), grade: count('grade'), rank: count('rank') },
  };
}

/** Two results of a period for those who may see every unit. */
export function compareResults(before: readonly UnitResult[], after: readonly UnitResult[]): Comparison {
  const of = (units: readonly UnitResult[]) =>
    new Map(
      units.map(({ unit, name, total, gradeLabel: grade, rank, n, rows }) => [
        unit,
        {
          name,
          total,
          grade,
          rank,
          dossiers: n.dossiers,
          indicators: new Map(rows.map(({ indicator, official }) => [indicator, official.points])),
        },
      ]),
    );
  return compare(of(before), of(after));
}

/** Two published results; a unit that is hidden in one of them has no line, for the other would give it away. */
export function comparePublic(before: readonly PublicUnit[], after: readonly PublicUnit[]): Comparison {
  const of = (units: readonly PublicUnit[]) =>
    new Map(
      units
        .filter(({ hidden }) => !hidden)
        .map(({ unit, name, total, gradeLabel: grade, rank, dossiers, indicators }) => [
          unit,
          {
            name,
            total,
            grade,
            rank,
            dossiers,
            indicators: new Map(indicators.map(({ indicator, points }) => [indicator, points])),
          },
        ]),
    );
  return compare(of(before), of(after));
}
