import { formatCount } from '#rules/format.ts';
import { printFigure } from '#rules/print-figure.ts';
import type { ParCriteriaView, ParRatioView } from '#wire/par-criteria.ts';
import { language, text } from '../../text.ts';
import { when } from '../../when.ts';
import { WhyCell } from './why-cell.tsx';

/** Where a count comes from; what is entered stands apart from what is counted, and is told also where it does not stand. */
function From({ ratio: { from, entered } }: { ratio: ParRatioView }) {
  return (
    <>
      {text(from === null ? 'par.from.none' : `par.from.${from}`)}
      {entered && (
        <span class="below">
          {from === 'counted' &&
            `${text('par.from.entered')}: ${formatCount(entered.numerator)}/${formatCount(entered.denominator)} · `}
          {entered.source} · {when(entered.at)}
        </span>
      )}
    </>
  );
}

/** Every ratio a criterion may be read from, with what to do where there is no count. */
export function ParRatios({ ratios, periods }: Pick<ParCriteriaView, 'ratios' | 'periods'>) {
  return (
    <section aria-labelledby="ty-le">
      <h2 id="ty-le">{text('par.ratios')}</h2>
      <p class="muted">
        {periods.length > 0 ? text('par.periods', { periods: periods.join(', ') }) : text('par.noPeriods')}
      </p>
      <table class="cards">
        <caption>{text('par.ratios.caption', { n: ratios.length })}</caption>
        <thead>
          <tr>
            <th scope="col">{text('par.ratio')}</th>
            <th scope="col" class="number">
              {text('par.share')}
            </th>
            <th scope="col">{text('qd766.from')}</th>
            <th scope="col">{text('qd766.why')}</th>
          </tr>
        </thead>
        <tbody>
          {ratios.map((ratio) => (
            <tr key={ratio.id}>
              <th scope="row" lang="vi">
                {ratio.label}
              </th>
              <td class="number" data-label={text('par.share')}>
                <div>
                  <span data-figure={ratio.share.id} class="whole">
                    {printFigure(ratio.share, 'value', language())}
                  </span>
                </div>
              </td>
              <td data-label={text('qd766.from')}>
                <div>
                  <From ratio={ratio} />
                </div>
              </td>
              <WhyCell because={ratio.because}>
                {ratio.supply && <span class="below">{ratio.supply}</span>}
                {ratio.cite && <span class="below">{ratio.cite}</span>}
              </WhyCell>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
