import type { Timeliness } from '#wire/timeliness.ts';
import { Figure } from '../../parts/figure.tsx';
import { text } from '../../text.ts';

/** Biểu II.06a of the period, in all and unit by unit; what does not add up stands under it. */
export function StatisticsTable({ time }: { time: Timeliness }) {
  const { cite, columns, rows, faults, placeUnknown, notReceived, paused } = time.statistics;
  return (
    <section aria-labelledby="bieu">
      <h2 id="bieu">{text('timeliness.statistics')}</h2>
      <p class="small muted" lang="vi">
        {cite}
      </p>
      <p class="small muted">{text('timeliness.statistics.help')}</p>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keyboard. */}
      <section class="scroll" tabIndex={0} aria-label={text('timeliness.statistics.scroll')}>
        <table lang="vi">
          <caption class="unseen">{text('timeliness.statistics')}</caption>
          <thead>
            <tr>
              <th scope="col">{text('field.unit')}</th>
              {columns.map(({ key, label }) => (
                <th key={key} scope="col" class="number">
                  {label}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <tr key={row.unit ?? ''}>
                <th scope="row">{row.name}</th>
                {row.cells.map((cell) => (
                  <td key={cell.id} class="number">
                    <Figure of={cell} />
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </section>
      {faults.length === 0 ? (
        <p class="small muted">✓ {text('timeliness.statistics.adds')}</p>
      ) : (
        <ul class="items" lang="vi">
          {faults.map((fault) => (
            <li key={fault} class="blocking">
              {fault}
            </li>
          ))}
        </ul>
      )}
      <p class="small">
        {text('timeliness.statistics.paused')}: <Figure of={paused} />. {text('timeliness.statistics.placeUnknown')}:{' '}
        <Figure of={placeUnknown} />. {text('timeliness.statistics.notReceived')}: <Figure of={notReceived} />.
      </p>
    </section>
  );
}
