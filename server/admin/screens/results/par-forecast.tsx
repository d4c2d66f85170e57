import { formatHundredths } from '#rules/format.ts';
import { printFigure } from '#rules/print-figure.ts';
import type { ParCriteriaView } from '#wire/par-criteria.ts';
import { language, text } from '../../text.ts';

/** How far the list may come, and what falls short of its maximum. */
export function ParForecast({ forecast }: { forecast: NonNullable<ParCriteriaView['forecast']> }) {
  return (
    <section aria-labelledby="du-bao">
      <h2 id="du-bao">{text('par.forecast')}</h2>
      <p class="verdict">
        <strong data-figure={forecast.points.id}>
          {text(forecast.partial ? 'qd766.partial' : 'qd766.total', {
            points: printFigure(forecast.points, 'value', language()),
            of: formatHundredths(forecast.points.of, language()),
          })}
        </strong>
      </p>
      <p lang="vi">{forecast.sentence}</p>
      {forecast.below.length > 0 && (
        <>
          <h3>{text('par.below')}</h3>
          <ol lang="vi">
            {forecast.below.map(({ id, name, by }) => (
              <li key={id} data-figure={by.id}>
                {text('par.below.line', { id, name, by: printFigure(by, 'value', language()) })}
              </li>
            ))}
          </ol>
        </>
      )}
    </section>
  );
}
