import { figureOf, timelinessId } from '#rules/figure-id.ts';
import { citationText } from '#rules/law.ts';
import type { Figure } from '#rules/print-figure.ts';
import {
  identityFaults,
  STATISTICS_CITE,
  STATISTICS_COLUMNS,
  type StatisticsColumn,
  statisticsRow,
} from '#rules/statistics/row.ts';
import { addStatistics, type DossierStatistics, emptyStatistics } from '#rules/statistics/statistics.ts';
import type { StatisticsTable } from '#wire/timeliness.ts';
import type { CountRow } from '../store/snapshot-counts.ts';
import type { StoredUnit } from '../store/units.ts';

const FAMILIES = ['before', 'flow', 'left'];
const COLUMNS = Object.keys(STATISTICS_COLUMNS) as StatisticsColumn[];

function statisticsOf(rows: readonly CountRow[]): DossierStatistics {
  return rows
    .filter(({ family }) => FAMILIES.includes(family))
    .reduce(
      (sum, { counts }) => addStatistics(sum, { ...emptyStatistics(), ...(counts as Partial<DossierStatistics>) }),
      emptyStatistics(),
    );
}

/**
 * Biểu II.06a/VPCP/KSTT of what was counted, in all and unit by unit; its equalities are checked over the whole.
 * @param known false = nothing was counted: every cell is unknown.
 */
export function dossierStatistics(
  rows: readonly CountRow[],
  units: readonly StoredUnit[],
  scope: string,
  known: boolean,
): StatisticsTable {
  const cell = (of: string, part: string, value: number): Figure =>
    figureOf(timelinessId(of, `table-${part}`), 'count', known ? value : null);
  const cells = (of: string, counts: DossierStatistics) => {
    const row = statisticsRow(counts);
    return COLUMNS.map((column) => cell(of, column, row[column]));
  };
  const all = statisticsOf(rows);
  const ofUnit = new Map<string, CountRow[]>();
  for (const row of rows) ofUnit.set(row.unit, [...(ofUnit.get(row.unit) ?? []), row]);
  const named = [...units].sort((a, b) => a.name.localeCompare(b.name, 'vi'));
  return {
    cite: citationText(STATISTICS_CITE),
    columns: COLUMNS.map((key) => ({ key, label: STATISTICS_COLUMNS[key] })),
    rows: [
      { unit: null, name: 'Tổng số', cells: cells(scope, all) },
      ...(units.length > 1
        ? named.map(({ unit, name }) => ({ unit, name, cells: cells(unit, statisticsOf(ofUnit.get(unit) ?? [])) }))
        : []),
    ],
    faults: known ? identityFaults(statisticsRow(all)).map(({ message }) => message) : [],
    placeUnknown: cell(scope, 'placeUnknown', all.placeUnknown),
    notReceived: cell(scope, 'notReceived', all.notReceived),
    paused: cell(scope, 'paused', all.paused),
  };
}
