import { formatCount, formatN, formatTenths } from '#rules/format.ts';
import type { Cell, IndicatorRow } from '#wire/results.ts';
import { isDeclared } from '../declared.ts';
import { text } from '../text.ts';
import type { FindingsOf } from './findings.tsx';

const SERIES = ['citizen', 'computed', 'self'] as const;

interface FigureProps {
  cell: Cell;
  /** The series it was taken from, where it is not the column's own. */
  from?: string;
  /** The unit's own declaration, of which there is always one. */
  declared: boolean;
  name: string;
  indicator: number;
  onOpen: () => void;
}

/** A number that opens what stands behind it, with its n; a missing one is a dash and its reason. */
function Figure({ cell, from, declared, name, indicator, onOpen }: FigureProps) {
  const points = formatTenths(cell.points);
  const told = declared && cell.points !== null;
  const counted = from ? `${formatN(cell.n)} · ${from}` : formatN(cell.n);
  const grounds = told ? text('cell.declared') : counted;
  return (
    <>
      <button
        type="button"
        class="figure"
        aria-label={text(told ? 'cell.open.declared' : 'cell.open', {
          i: indicator,
          series: name,
          points,
          n: formatCount(cell.n),
        })}
        onClick={onOpen}
      >
        {points}
      </button>
      <span class="small muted">
        {cell.points === null ? (cell.because ?? text('cell.few', { n: formatCount(cell.n) })) : grounds}
      </span>
    </>
  );
}

export function IndicatorTable({ rows, onOpen }: { rows: readonly IndicatorRow[]; onOpen: (of: FindingsOf) => void }) {
  return (
    <table class="cards indicators">
      <caption class="unseen">{text('unit.indicators')}</caption>
      <thead>
        <tr>
          <th scope="col" class="what">
            {text('unit.indicator')}
          </th>
          {SERIES.map((series) => (
            <th key={series} scope="col" class={`number ${series}`}>
              {text(`series.${series}`)}
            </th>
          ))}
          <th scope="col" class="number">
            {text('series.official')}
          </th>
          <th scope="col" class="number">
            {text('series.difference')} <span class="small muted">{text('series.difference.both')}</span>
          </th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.indicator}>
            <th scope="row">
              {row.indicator}. {row.label}
            </th>
            {SERIES.map((series) => {
              const cell = row[series];
              const name = text(`series.${series}`);
              return (
                <td key={series} class="number" data-label={name}>
                  <div>
                    {cell === null ? (
                      <span class="muted whole">{text('series.notAsked')}</span>
                    ) : (
                      <Figure
                        cell={cell}
                        declared={isDeclared(row.indicator, series)}
                        name={name}
                        indicator={row.indicator}
                        onOpen={() => onOpen({ row, series, cell, name })}
                      />
                    )}
                  </div>
                </td>
              );
            })}
            <td class="number official" data-label={text('series.official')}>
              <div>
                <Figure
                  cell={row.official}
                  from={
                    row.official.series ? text('series.from', { series: text(`series.${row.official.series}`) }) : ''
                  }
                  declared={isDeclared(row.indicator, row.official.series)}
                  name={text('series.official')}
                  indicator={row.indicator}
                  onOpen={() =>
                    onOpen({ row, series: row.official.series, cell: row.official, name: text('series.official') })
                  }
                />
              </div>
            </td>
            <td class="number" data-label={text('series.difference')}>
              <div>
                {row.selfMinusComputed === null ? (
                  formatTenths(null)
                ) : (
                  <>
                    {formatTenths(row.selfMinusComputed.tenths, 'vi', true)}
                    <span class="small muted">{formatN(row.selfMinusComputed.n)}</span>
                  </>
                )}
              </div>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
