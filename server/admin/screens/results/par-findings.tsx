import { formatDate, formatHundredths } from '#rules/format.ts';
import { printFigure } from '#rules/print-figure.ts';
import type { ParCriteriaView } from '#wire/par-criteria.ts';
import { language, text } from '../../text.ts';
import { when } from '../../when.ts';
import { WhyCell } from './why-cell.tsx';

const STATES = { true: 'par.state.full', false: 'par.state.below', null: 'par.state.unknown' } as const;

/** Each criterion that holds at the end of the year, and below the table those it took the place of. */
export function ParFindings({ findings, criteria }: Pick<ParCriteriaView, 'findings' | 'criteria'>) {
  const replaced = criteria.filter((each) => each.replaced);
  return (
    <>
      <table class="cards">
        <caption>{text('par.findings', { n: findings.length })}</caption>
        <thead>
          <tr>
            <th scope="col">{text('par.criterion')}</th>
            <th scope="col" class="number">
              {text('qd766.points')}
            </th>
            <th scope="col">{text('par.state')}</th>
            <th scope="col">{text('qd766.why')}</th>
          </tr>
        </thead>
        <tbody>
          {findings.map((finding) => (
            <tr key={finding.id}>
              <th scope="row" lang="vi">
                {finding.id}. {finding.name}
              </th>
              <td class="number" data-label={text('qd766.points')}>
                <div>
                  <span data-figure={finding.points.id} class="whole">
                    {printFigure(finding.points, 'value', language())}/{formatHundredths(finding.points.of, language())}
                  </span>
                </div>
              </td>
              <td data-label={text('par.state')}>
                <div>{text(STATES[`${finding.atMaximum}`])}</div>
              </td>
              <WhyCell because={finding.because} evidence={finding.evidence}>
                <span class="below">{finding.cite}</span>
                {finding.declared && <span class="below">{when(finding.declared.at)}</span>}
              </WhyCell>
            </tr>
          ))}
        </tbody>
      </table>
      {replaced.length > 0 && (
        <p class="muted" lang="vi">
          {text('par.replaced', {
            list: replaced
              .map(({ id, name, from }) => `${id}. ${name}${from ? ` (${formatDate(from)})` : ''}`)
              .join('; '),
          })}
        </p>
      )}
    </>
  );
}
