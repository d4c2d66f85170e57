import { differenceDots } from '#rules/drawing/difference-dots.ts';
import { dotLine, SERIES_MARKS } from '#rules/drawing/dot-line.ts';
import { formatBound, formatList } from '#rules/format.ts';
import type { IndexRow, UnitPage } from '#wire/unit-page.ts';
import { Chart } from '../../parts/chart.tsx';
import { language, text } from '../../text.ts';

const SERIES = ['citizen', 'computed', 'self'] as const;
const tick = (at: number) => ({ at, label: formatBound(at, language()) });

/** The indicators in which officers stand clearly apart from the system, by their numbers. */
function clearly(rows: readonly IndexRow[]) {
  const of = (sign: 1 | -1) =>
    rows.filter(({ difference }) => {
      const { low, high } = difference ?? {};
      return typeof low === 'number' && typeof high === 'number' && (sign > 0 ? low > 0 : high < 0);
    });
  return { above: of(1), below: of(-1) };
}

function differenceTitle(rows: readonly IndexRow[]): string {
  const { above, below } = clearly(rows);
  const list = (of: readonly IndexRow[]) =>
    formatList(
      of.map(({ indicator }) => String(indicator)),
      language(),
    );
  const said = [
    ...(above.length > 0 ? [text('unit.chart.above', { list: list(above) })] : []),
    ...(below.length > 0 ? [text('unit.chart.below', { list: list(below) })] : []),
  ];
  return said.length > 0 ? said.join(' ') : text('unit.chart.alike');
}

/** The three series side by side, and how far self-scores stand from the system, each with its interval and its table. */
export function UnitCharts({ unit, rows, intervals }: { unit: string } & Pick<UnitPage, 'rows' | 'intervals'>) {
  // Its name stands in the table above, and is too long for a phone.
  const label = ({ indicator }: IndexRow) => text('compare.index', { i: indicator });
  const notes = intervals === null ? [] : [text('unit.interval'), intervals];
  const apart = rows.flatMap((row) => (row.difference ? [{ label: label(row), figure: row.difference, row }] : []));
  const measured = rows.filter((row) => SERIES.some((series) => row[series] !== null));
  return (
    <>
      <Chart
        drawing={dotLine({
          id: `unit-${unit}-series`,
          title: text('unit.chart.series'),
          head: text('unit.indicator'),
          value: text('results.total'),
          axis: { min: 0, max: 20, ticks: [0, 10, 20].map(tick) },
          series: SERIES.map((series) => ({ label: text(`series.${series}`), ...SERIES_MARKS[series] })),
          rows: measured.map((row) => ({ label: label(row), figures: SERIES.map((series) => row[series]) })),
          notes,
          lang: language(),
        })}
      />
      {apart.length > 0 && (
        <Chart
          drawing={differenceDots({
            id: `unit-${unit}-difference`,
            title: differenceTitle(rows),
            head: text('unit.indicator'),
            value: text('series.difference'),
            axis: { min: -20, max: 20, ticks: [-20, -10, 0, 10, 20].map(tick) },
            rows: apart.map(({ label: of, figure }) => ({ label: of, figure })),
            notes: apart.map(({ row, figure }) => `${row.indicator}: ${figure.because ?? ''}`),
            lang: language(),
          })}
        />
      )}
    </>
  );
}
