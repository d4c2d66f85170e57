import { printFigure } from '#rules/print-figure.ts';
import type { FlagLine } from '#wire/flag.ts';
import type { IndexRow } from '#wire/unit-page.ts';
import { language, text } from '../../text.ts';
import { flagLink } from '../flags/flag-place.ts';
import { FigureButton } from './figure-button.tsx';
import type { FindingsOf } from './findings.tsx';
import { SeriesHeads } from './series-heads.tsx';

const SERIES = ['citizen', 'computed', 'self'] as const;

function Difference({ row: { difference } }: { row: IndexRow }) {
  if (difference === null) return <span class="muted">{text('series.difference.none')}</span>;
  return (
    <>
      <span data-figure={difference.id}>{printFigure(difference, 'value', language())}</span>{' '}
      <span class="whole">{printFigure(difference, 'interval', language())}</span>
      <span class="small muted">{printFigure(difference, 'n', language())}</span>
    </>
  );
}

/** The unit's own flag about what its officers score against what the system says; it is about all indicators together. */
function DifferenceFlag({ period, flags }: { period: string; flags: readonly FlagLine[] }) {
  const flag = flags.find(({ check, officer }) => check === 'selfAbove' && officer === null);
  if (!flag) return null;
  return (
    <>
      {' '}
      <a href={flagLink(period, flag.id)} aria-label={text('flags.mark.open')} title={text('flags.mark.open')}>
        ⚑
      </a>
    </>
  );
}

interface IndexTableProps {
  rows: readonly IndexRow[];
  flags: readonly FlagLine[];
  period: string;
  onOpen: (of: FindingsOf) => void;
}

/** Nine indicators, three series that are never mixed, what is official, and how far officers stand from the system. */
export function IndexTable({ rows, flags, period, onOpen }: IndexTableProps) {
  return (
    <table class="cards indicators">
      <caption class="unseen">{text('unit.indicators')}</caption>
      <SeriesHeads series={SERIES}>
        <th scope="col" class="number">
          {text('series.official')}
        </th>
        <th scope="col" class="number">
          {text('series.difference')} <span class="small muted">{text('series.difference.both')}</span>
          <DifferenceFlag period={period} flags={flags} />
        </th>
      </SeriesHeads>
      <tbody>
        {rows.map((row) => {
          const { indicator, official, officialSeries: from } = row;
          return (
            <tr key={indicator}>
              <th scope="row">
                {indicator}. <span lang="vi">{row.label}</span>
              </th>
              {SERIES.map((series) => {
                const figure = row[series];
                const name = text(`series.${series}`);
                return (
                  <td key={series} class="number" data-label={name}>
                    <div>
                      {figure === null ? (
                        <span class="muted whole">{text('series.notAsked')}</span>
                      ) : (
                        <FigureButton
                          of={figure}
                          name={name}
                          indicator={indicator}
                          onOpen={() => onOpen({ row, series, figure, name })}
                        />
                      )}
                    </div>
                  </td>
                );
              })}
              <td class="number official" data-label={text('series.official')}>
                <div>
                  <FigureButton
                    of={official}
                    {...(from &&
                      official.n !== null && { from: text('series.from', { series: text(`series.${from}`) }) })}
                    name={text('series.official')}
                    indicator={indicator}
                    onOpen={() => onOpen({ row, series: from, figure: official, name: text('series.official') })}
                  />
                </div>
              </td>
              <td class="number" data-label={text('series.difference')}>
                <div>
                  <Difference row={row} />
                </div>
              </td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}
