import { forEachIndicator, type Index, type Indices } from '#rules/aggregate.ts';
import { INDICATOR_IDS, type IndicatorId } from '#rules/finding.ts';
import { satisfactionLabel, unitGrade } from '#rules/grade.ts';
import { citationText } from '#rules/law.ts';
import { type Appraised, officialIndices } from '#rules/official.ts';
import { meanTenths, type Tenths } from '#rules/points.ts';
import type { Cell, IndicatorRow, UnitResult } from '#wire/results.ts';
import type { Judging } from './context.ts';

/** Mean of the values the quarters have; `sum` and `n` are then those of quarters. */
export function meanIndices(values: (id: IndicatorId) => readonly (Tenths | null)[], { choices }: Judging): Indices {
  return forEachIndicator((id): Index => {
    const known = values(id).flatMap((value) => value ?? []);
    const sum = known.reduce((all, value) => all + value, 0);
    return { sum, n: known.length, value: known.length ? meanTenths(sum, known.length, choices.rounding) : null };
  });
}

/** `cell` with the mean of the quarters for its value; it goes on telling how many dossiers or answers there were. */
function meanCell(cell: Cell | null, { value }: Index): Cell | null {
  if (cell === null) return null;
  return { ...cell, points: value, because: value === null ? (cell.because ?? 'Không quý nào có giá trị.') : null };
}

/**
 * A unit's year as the mean of what its quarters came to (choice `year.pool`), whatever their weight.
 * @param pooled the year from all dossiers, whose counts stand. @param appraised points given to the year itself.
 */
export function meanResult(
  judging: Judging,
  pooled: UnitResult,
  quarters: readonly UnitResult[],
  evaluated: boolean,
  appraised: Appraised,
): { result: UnitResult; official: Indices } {
  const { ruleset, choices, on } = judging;
  const rowsOf = (id: IndicatorId) => quarters.flatMap(({ rows }) => rows.filter(({ indicator }) => indicator === id));
  const mean = (of: (row: IndicatorRow) => Tenths | null) => meanIndices((id) => rowsOf(id).map(of), judging);
  const means = {
    citizen: mean(({ citizen }) => citizen?.points ?? null),
    computed: mean(({ computed }) => computed?.points ?? null),
    self: mean(({ self }) => self?.points ?? null),
  };
  const ofQuarters = mean(({ official: { points } }) => points);
  const official = officialIndices({ citizen: ofQuarters, computed: ofQuarters, unit: ofQuarters }, choices, appraised);
  const grade = unitGrade(ruleset, official, choices, on, evaluated);
  const result: UnitResult = {
    ...pooled,
    total: grade.total,
    max: grade.max,
    missing: [...grade.missing],
    grade: grade.code,
    gradeLabel: grade.label,
    satisfactionLabel: satisfactionLabel(ruleset, grade.code, choices)?.label ?? null,
    because: grade.because,
    cite: citationText(grade.cite),
    rows: INDICATOR_IDS.flatMap((id) =>
      pooled.rows
        .filter(({ indicator }) => indicator === id)
        .map((row): IndicatorRow => {
          const { value } = official[id];
          const series = rowsOf(id).findLast((each) => each.official.series !== null)?.official.series ?? null;
          return {
            ...row,
            citizen: meanCell(row.citizen, means.citizen[id]),
            computed: meanCell(row.computed, means.computed[id]),
            self: meanCell(row.self, means.self[id]),
            official: {
              ...row.official,
              points: value,
              because: value === null ? (row.official.because ?? 'Không quý nào có giá trị.') : null,
              series: value === null ? null : (row.official.series ?? series),
            },
          };
        }),
    ),
  };
  return { result, official };
}
