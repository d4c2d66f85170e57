import { formatCount } from '#rules/format.ts';
import type { ParCriteriaView, ParRatioView } from '#wire/par-criteria.ts';
import { text } from '../../text.ts';
import { From, SourcedTable } from './sourced-table.tsx';
import { WhyCell } from './why-cell.tsx';

/** What is entered stands apart from what is counted, and is told also where it does not stand. */
function enteredBeside({ from, entered }: ParRatioView): string {
  return from === 'counted' && entered
    ? `${text('par.from.entered')}: ${formatCount(entered.numerator)}/${formatCount(entered.denominator)}`
    : '';
}

/** Every ratio a criterion may be read from, with what to do where there is no count. */
export function ParRatios({ ratios, periods }: Pick<ParCriteriaView, 'ratios' | 'periods'>) {
  return (
    <section aria-labelledby="ty-le">
      <h2 id="ty-le">{text('par.ratios')}</h2>
      <p class="muted">
        {periods.length > 0 ? text('par.periods', { periods: periods.join(', ') }) : text('par.noPeriods')}
      </p>
      <SourcedTable
        caption={text('par.ratios.caption', { n: ratios.length })}
        named={text('par.ratio')}
        valued={text('par.share')}
        rows={ratios}
        rowOf={(ratio) => ({
          ...{ key: ratio.id, label: ratio.label, figure: ratio.share },
          from: (
            <From
              said={text(ratio.from === null ? 'par.from.none' : `par.from.${ratio.from}`)}
              entered={ratio.entered}
              lead={enteredBeside(ratio)}
            />
          ),
          why: (
            <WhyCell because={ratio.because}>
              {ratio.supply && <span class="below">{ratio.supply}</span>}
              {ratio.cite && <span class="below">{ratio.cite}</span>}
            </WhyCell>
          ),
        })}
      />
    </section>
  );
}
