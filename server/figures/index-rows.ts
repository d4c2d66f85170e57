import { figureOf, unitId } from '#rules/figure-id.ts';
import type { IndicatorId } from '#rules/finding.ts';
import { formatCount, formatTenths } from '#rules/format.ts';
import { officialSource } from '#rules/official.ts';
import { type Figure, SMALL_N } from '#rules/print-figure.ts';
import type { DossierSeries } from '#rules/score-record.ts';
import type { Cell, IndicatorRow, UnitResult } from '#wire/results.ts';
import type { IndexRow } from '#wire/unit-page.ts';
import type { KeptSum, UnitSums } from '../store/snapshot-sums.ts';
import type { ClosedPeriod } from './closed-period.ts';
import { BEST, differenceRange, endsOf, keptRange, officialRange } from './index-range.ts';

/** What a cell says as a figure. @param kept what it is the mean of; @param counted false = declared once, so it has no n. */
export function cellFigure(id: string, cell: Cell, kept: KeptSum | undefined, counted: boolean): Figure {
  return figureOf(id, 'tenths', cell.points, {
    ...endsOf(counted ? keptRange(kept) : null, cell.points),
    of: BEST,
    n: counted ? cell.n : null,
    because: cell.because,
    few: counted && cell.n < SMALL_N,
  });
}

function differenceFigure(id: string, { selfMinusComputed: mean }: IndicatorRow, kept: KeptSum | undefined) {
  if (mean === null) return null;
  const { tenths, n } = mean;
  const size = formatTenths(Math.abs(tenths));
  const over = `trên ${formatCount(n)} hồ sơ có cả hai điểm`;
  const because =
    tenths === 0
      ? `Tự chấm bằng hệ thống ${over}.`
      : `Tự chấm ${tenths > 0 ? 'cao' : 'thấp'} hơn hệ thống ${size} điểm ${over}.`;
  return figureOf(id, 'difference', tenths, { ...endsOf(differenceRange(kept), tenths), n, because, few: n < SMALL_N });
}

/**
 * The nine indicators of one unit in every series as figures.
 * @param sums `null` = the snapshot kept none, and there are no intervals.
 */
export function indexRows(
  { unit, rows }: UnitResult,
  sums: UnitSums | null,
  { choices, ruleset }: Pick<ClosedPeriod, 'choices' | 'ruleset'>,
): IndexRow[] {
  return rows.map((row): IndexRow => {
    const { indicator, label, official } = row;
    const id = indicator as IndicatorId;
    const cell = (series: DossierSeries, counted: boolean) => {
      const given = row[series];
      return given && cellFigure(unitId(unit, indicator, series), given, sums?.[series][id], counted);
    };
    const fromDossiers = official.series !== 'appraised' && officialSource(id, choices) !== 'unit';
    const range = sums && fromDossiers ? officialRange(row, sums, choices) : null;
    return {
      ...{ indicator, label },
      citizen: cell('citizen', true),
      computed: cell('computed', !ruleset.perUnit.includes(id)),
      self: cell('self', true),
      appraised: row.appraised && cellFigure(unitId(unit, indicator, 'appraised'), row.appraised, undefined, false),
      official: figureOf(unitId(unit, indicator, 'official'), 'tenths', official.points, {
        ...endsOf(range, official.points),
        of: BEST,
        n: fromDossiers ? official.n : null,
        because: official.because,
        cites: [official.cite],
        few: fromDossiers && official.n < SMALL_N,
      }),
      officialSeries: official.series,
      difference: differenceFigure(unitId(unit, indicator, 'difference'), row, sums?.difference[id]),
    };
  });
}
